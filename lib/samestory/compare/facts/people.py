"""Whose words a person's are: by the last name, and by the first letter of the first."""

import re

GENERATION = re.compile(r",? (?:[JS]r\.?|I{2,3}|IV)$")  # after a name


def surname(name: object) -> str:
    """The last word of a name that is no Jr., nor a number of its bearer.

    >>> surname("Joseph R. Biden Jr.")
    'Biden'
    """
    return GENERATION.sub("", str(name)).split()[-1]


def person(name: object) -> str:
    """The first letter and the last name of a full name: Joe Biden is Joseph R. Biden Jr."""
    return f"{str(name)[0]} {surname(name)}"
