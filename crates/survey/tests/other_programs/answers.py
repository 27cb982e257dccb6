"""The same statistics by scipy and statsmodels, one JSON list of answers for each line of questions.

What neither has is written out here from its paper, apart from the Rust: O'Neill's correction,
Newcombe's paired interval, and the mid-p-values (from scipy's probabilities).
"""

import json
import math
import sys

import numpy as np
from scipy import stats
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint


def wilson(count, base):
    return list(proportion_confint(count, base, alpha=0.05, method="wilson"))


def wilson_of_invited(count, base, invited):
    # Wilson's limits solve (p̂ − p)² = z²·p(1 − p)/n·c; here as the roots of that quadratic.
    c = (invited - base) / (invited - 1) if invited > 1 else 0.0
    k = stats.norm.ppf(0.975) ** 2 * c / base
    p = count / base
    return sorted(np.roots([1 + k, -(2 * p + k), p * p]).real.tolist())


def difference(x1, n1, x2, n2):
    return list(confint_proportions_2indep(x1, n1, x2, n2, method="newcomb", compare="diff"))


def paired_difference(e, f, g, h):
    n = e + f + g + h
    p1, p2 = (e + f) / n, (e + g) / n
    (l1, u1), (l2, u2) = wilson(e + f, n), wilson(e + g, n)
    margins = (e + f) * (g + h) * (e + g) * (f + h)
    q = e * h - f * g
    phi = 0.0 if margins == 0 else (max(q - n / 2, 0) if q > 0 else q) / math.sqrt(margins)
    low = math.sqrt(max(0, (p1 - l1) ** 2 - 2 * phi * (p1 - l1) * (u2 - p2) + (u2 - p2) ** 2))
    high = math.sqrt(max(0, (u1 - p1) ** 2 - 2 * phi * (u1 - p1) * (p2 - l2) + (p2 - l2) ** 2))
    return [p1 - p2 - low, p1 - p2 + high]


def fisher(x1, n1, x2, n2):
    exact = stats.fisher_exact([[x1, n1 - x1], [x2, n2 - x2]]).pvalue
    seen = stats.hypergeom(n1 + n2, x1 + x2, n1).pmf(x1)
    return [exact, exact - seen / 2]


def mcnemar_both(f, g):
    exact = mcnemar([[0, f], [g, 0]], exact=True).pvalue
    if f + g == 0:
        return [1.0, 1.0]
    seen = stats.binom(f + g, 0.5).pmf(f)
    return [exact, exact - (seen / 2 if f == g else seen)]


def chance_of_gap(x1, n1, x2, n2):
    yes = np.arange(0, n1 + 1)
    probability = stats.hypergeom(n1 + n2, x1 + x2, n1).pmf(yes)
    gap = np.abs(yes * n2 - (x1 + x2 - yes) * n1)
    return [float(probability[gap >= abs(x1 * n2 - x2 * n1)].sum())]


def benjamini_hochberg(*p_values):
    return multipletests(p_values, method="fdr_bh")[1].tolist()


def percentile(own, *peers):
    return [float(stats.percentileofscore(peers, own, kind="mean"))]


ANSWERS = {
    "wilson": wilson,
    "wilson_of_invited": wilson_of_invited,
    "difference": difference,
    "paired_difference": paired_difference,
    "fisher": fisher,
    "mcnemar": mcnemar_both,
    "chance_of_gap": chance_of_gap,
    "benjamini_hochberg": benjamini_hochberg,
    "percentile": percentile,
}

for line in sys.stdin:
    name, *numbers = line.split()
    numbers = [float(n) if "." in n else int(n) for n in numbers]
    print(*(repr(float(answer)) for answer in ANSWERS[name](*numbers)))
