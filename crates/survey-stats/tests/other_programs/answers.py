"""The same statistics by scipy and statsmodels, one JSON list of answers for each line of questions.

What neither has is written out here from its paper, apart from the Rust: O'Neill's correction.
"""

import json
import sys

import numpy as np
from scipy import stats
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint


def wilson(count, base):
    return list(proportion_confint(count, base, alpha=0.05, method="wilson"))


def wilson_of_invited(count, base, invited):
    # Wilson's limits solve (p̂ − p)² = z²·p(1 − p)/n·c; here as the roots of that quadratic.
    c = (invited - base) / (invited - 1) if invited > 1 else 0.0
    k = stats.norm.ppf(0.975) ** 2 * c / base
    p = count / base
    return sorted(np.roots([1 + k, -(2 * p + k), p * p]).real.tolist())


def chance_of_gap(x1, n1, x2, n2):
    yes = np.arange(0, n1 + 1)
    probability = stats.hypergeom(n1 + n2, x1 + x2, n1).pmf(yes)
    gap = np.abs(yes * n2 - (x1 + x2 - yes) * n1)
    return [float(probability[gap >= abs(x1 * n2 - x2 * n1)].sum())]


def benjamini_hochberg(*p_values):
    return multipletests(p_values, method="fdr_bh")[1].tolist()


ANSWERS = {
    "wilson": wilson,
    "wilson_of_invited": wilson_of_invited,
    "chance_of_gap": chance_of_gap,
    "benjamini_hochberg": benjamini_hochberg,
}

for line in sys.stdin:
    name, *numbers = line.split()
    numbers = [float(n) if "." in n else int(n) for n in numbers]
    print(*(repr(float(answer)) for answer in ANSWERS[name](*numbers)))
