"""Files as people have them become one table of articles, with a receipt of what was read as what, and what was not.

Each format is one function registered with its suffixes (`registry.reader`): the file in, rows as it names them out.
"""

from samestory.collect.read import read
from samestory.collect.write import write

__all__ = ["read", "write"]
