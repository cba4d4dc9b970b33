"""What leaves the page: workbooks, charts, a bibliography, a document to edit, all pages in one file."""
