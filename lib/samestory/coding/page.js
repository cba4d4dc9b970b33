// One item after another, judged by keys alone. Every text is set as text: none of it is ever read as markup.
const VERDICTS = { r: "right", w: "wrong", u: "unsure" };
const HELP = "r right · w wrong · u unsure · ← → other items · Delete takes back · Enter writes a note, Escape leaves it";

function element(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text ?? "";
  return made;
}

function marked(text) {
  const shown = element("p", "coding-passage");
  text.split(/(⟦[^⟧]*⟧)/).forEach((part) => {
    shown.append(part.startsWith("⟦") ? element("mark", "", part.slice(1, -1)) : part);
  });
  return shown;
}

function render({ model, el }) {
  const page = element("div", "coding");
  page.tabIndex = 0;
  page.setAttribute("role", "group");
  page.setAttribute("aria-label", HELP);
  page.dataset.lmSuppressShortcuts = "true"; // JupyterLab's own keys rest while the page has the focus

  const items = model.get("items");
  const note = element("textarea", "coding-note");
  note.setAttribute("aria-label", "note");

  const set = (name, item, value) => {
    model.set(name, { ...model.get(name), [item]: value });
    model.save_changes();
  };
  const go = (to) => {
    model.set("at", Math.max(0, Math.min(items.length - 1, to)));
    model.save_changes();
  };

  const draw = () => {
    const at = model.get("at");
    const item = items[at];
    const verdict = model.get("verdicts")[item.item] ?? "";
    const judged = items.filter((one) => model.get("verdicts")[one.item]).length;
    const state = element("p", "coding-state", `item ${at + 1} of ${items.length}, ${judged} judged: ${verdict || "not yet"}`);
    state.setAttribute("aria-live", "polite");
    note.value = model.get("notes")[item.item] ?? "";
    const parts = [state];
    if (item.before) parts.push(element("p", "coding-before", item.before));
    parts.push(marked(item.passage), element("p", "coding-claim", item.claim));
    item.rules.forEach((rule) => parts.push(element("p", "coding-rule", rule)));
    item.texts.forEach((text) => parts.push(element("p", "coding-before", text)));
    page.replaceChildren(...parts, note, element("p", "coding-help", HELP));
  };

  note.addEventListener("change", () => set("notes", items[model.get("at")].item, note.value));
  page.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target === note) {
      if (event.key === "Escape") page.focus();
      event.stopPropagation();
      return;
    }
    const at = model.get("at");
    if (event.key in VERDICTS) {
      set("verdicts", items[at].item, VERDICTS[event.key]);
      go(at + 1);
    } else if (event.key === "ArrowRight") go(at + 1);
    else if (event.key === "ArrowLeft") go(at - 1);
    else if (event.key === "Delete" || event.key === "Backspace") set("verdicts", items[at].item, "");
    else if (event.key === "Enter") note.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  model.on("change:at", draw);
  model.on("change:verdicts", draw);
  draw();
  el.append(page);
  requestAnimationFrame(() => page.focus());
}

export default { render };
