"""Measures surveys, one a line of JSON, with pycanon; answers each with a line of JSON."""

import itertools
import json
import sys

import pandas
from pycanon.anonymity import k_anonymity
from pycanon.anonymity.utils.aux_anonymity import get_equiv_class


def alone(frame, columns):
    """The rows that no other row is like in these columns."""
    return [list(rows)[0] for rows in get_equiv_class(frame, list(columns)) if len(rows) == 1]


def minimal_unique_sets(items):
    """Sets of up to three answers that one respondent alone gave together, with none to spare."""
    found, singled, sizes = [], set(), []
    for size in (1, 2, 3):
        here = []
        for columns in itertools.combinations(items.columns, size):
            if any(set(smaller) <= set(columns) for smaller in found):
                continue
            rows = [row for row in alone(items, columns) if items.loc[row, list(columns)].all()]
            if rows:
                here.append(columns)
                singled.update(rows)
        found += here
        sizes.append([len(here), len(singled)])
    return sizes


for line in sys.stdin:
    survey = json.loads(line)
    answers = pandas.DataFrame(survey["answers"])
    items = pandas.DataFrame(survey["items"])
    print(
        json.dumps(
            {
                "smallest_class": int(k_anonymity(answers, survey["groupings"])),
                "unique_in_all": len(alone(answers, answers.columns)),
                "sets": minimal_unique_sets(items),
            }
        )
    )
