"""Configuration of nbgrader for the kit's notebooks: load_subconfig, or copy, this file into the course's nbgrader_config.py."""

import os
import sys

sys.path.insert(0, os.environ.get("EMERGENCE_NBGRADER") or os.path.dirname(os.path.abspath(__file__)))

from nbconvert.preprocessors import ClearMetadataPreprocessor
from nbgrader.preprocessors import AssignLatePenalties, CheckCellMetadata, IgnorePattern, LimitOutput, SaveAutoGrades
from grade_by_kit import GradeByKit

c = get_config()  # noqa: F821 (traitlets provides it)

# What stands in a hand-out for the lines between `// BEGIN SOLUTION` and `// END SOLUTION`.
c.ClearSolutions.code_stub = {"typescript": "// Your code here.", "javascript": "// Your code here."}
c.ClearSolutions.text_stub = "Your answer here."
c.ClearSolutions.begin_solution_delimeter = "// BEGIN SOLUTION"
c.ClearSolutions.end_solution_delimeter = "// END SOLUTION"
c.ClearHiddenTests.begin_test_delimeter = "// BEGIN HIDDEN TESTS"
c.ClearHiddenTests.end_test_delimeter = "// END HIDDEN TESTS"

# A check that a student has deleted comes back.
c.OverwriteCells.add_missing_cells = True

# In place of nbgrader's own Execute, which runs a student's code and its checks in one kernel, without bounds of memory.
c.Autograde.autograde_preprocessors = [
    GradeByKit,
    IgnorePattern,
    ClearMetadataPreprocessor,
    LimitOutput,
    SaveAutoGrades,
    AssignLatePenalties,
    CheckCellMetadata,
]
c.GradeByKit.timeout = 300  # seconds for a notebook, and for the check of one answer
c.GradeByKit.memory = 1024  # megabytes
