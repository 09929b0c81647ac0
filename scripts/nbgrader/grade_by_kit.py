"""Has the kit grade a submission in its sandbox, and writes what came of it where nbgrader reads grades: as outputs of the graded cells.

nbgrader (utils.determine_grade) gives no points for an error or for anything on stderr, the value for a result that is a number, and
else all points. So a cell gets exactly one output, whatever the student's code has printed, and it comes from the kit's judge.
"""

import json
import os
import subprocess

from nbformat.v4 import new_output
from nbgrader.preprocessors import NbGraderPreprocessor
from nbgrader.utils import is_grade
from traitlets import Integer, Unicode

HERE = os.path.dirname(os.path.abspath(__file__))


class GradeByKit(NbGraderPreprocessor):
    timeout = Integer(300, help="Seconds for a notebook, and for the check of one answer.").tag(config=True)
    memory = Integer(1024, help="Megabytes for a notebook.").tag(config=True)
    node = Unicode("node", help="The program Node.").tag(config=True)

    def preprocess(self, nb, resources):
        whose = resources["nbgrader"]
        coursedir = self.parent.parent.coursedir if hasattr(self.parent, "parent") else self.parent.coursedir
        source = coursedir.format_path(coursedir.source_directory, ".", whose["assignment"])
        job = {
            "notebook": nb,
            "course": os.path.join(source, whose["notebook"] + ".ipynb"),
            "hidden": [os.path.abspath(coursedir.root)],
            "timeout": self.timeout,
            "memory": self.memory,
        }
        done = subprocess.run(
            [self.node, os.path.join(HERE, "grade.mjs")], input=json.dumps(job), capture_output=True, text=True, encoding="utf-8"
        )
        if done.returncode != 0:
            raise RuntimeError("the kit's grader failed: " + done.stderr.strip())
        result = json.loads(done.stdout)
        for note in result["notes"] + ([] if result["status"] == "graded" else [result["status"]]):
            self.log.warning("%s: %s", whose["student"], note)
        grades = {each["key"]: each for each in result["exercises"]}
        for cell in nb.cells:
            if cell.cell_type != "code":
                continue
            cell.outputs = []
            cell.execution_count = None
            if is_grade(cell):
                # The key is the id of the cell in the source; nbgrader keeps it as the name of the grade.
                cell.outputs = [self.output(grades.get(cell.metadata.nbgrader.grade_id), result["status"])]
        return nb, resources

    @staticmethod
    def output(grade, status):
        if grade is None:
            return failure("this exercise is not in the course's notebook")
        if grade["state"] == "right":
            return new_output("display_data", data={"text/plain": "\u2713 " + grade["title"]})
        if grade["points"] > 0:
            # A number is read as points; nbgrader shows it.
            return new_output("execute_result", data={"text/plain": str(grade["points"])}, execution_count=None)
        why = [] if status == "graded" else [status]
        return failure(": ".join([grade["title"]] + why + [grade["hint"] or "no answer yet"]))


def failure(text):
    return new_output("error", ename="ExerciseFailed", evalue=text, traceback=[text])
