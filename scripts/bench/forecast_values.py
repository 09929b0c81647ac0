"""Reference values of principal components, of filling by components, and of forecasts of a score, by scikit-learn and statsmodels.

    python -m venv peers && peers/bin/pip install numpy==2.4.6 scikit-learn==1.9.1 statsmodels==0.15.0
    peers/bin/python scripts/bench/forecast_values.py > test/fixtures/fit/forecasts.json

The slice-and-sandwich forecasts are computed from data/tables/question-groups/question-groups.csv with numpy's polyfit.
"""

import csv
import json
import math
import sys
from pathlib import Path

import numpy as np
import statsmodels.api as sm
from sklearn.decomposition import PCA

rng = np.random.default_rng(8)
tables = Path(__file__).resolve().parents[2] / "data" / "tables"


def components_case():
    rows = rng.normal(size=(14, 2)) @ rng.normal(size=(2, 5)) + 0.3 * rng.normal(size=(14, 5)) + [1, 2, 3, 4, 5]
    found = PCA().fit(rows)
    signs = np.where(found.components_.sum(1) < 0, -1, 1)
    return {
        "rows": rows.tolist(),
        "mean": found.mean_.tolist(),
        "loadings": (found.components_ * signs[:, None]).tolist(),
        "variances": found.explained_variance_.tolist(),
        "shares": found.explained_variance_ratio_.tolist(),
        "scores": (found.transform(rows) * signs).tolist(),
    }


def filled_case():
    rows = 0.5 + 0.2 * (rng.normal(size=(20, 1)) @ np.ones((1, 4))) + 0.05 * rng.normal(size=(20, 4))
    holes = rng.uniform(size=rows.shape) < 0.15
    gappy = np.where(holes, np.nan, rows)
    others = np.array([[0.1, np.nan, 0.2, np.nan], [np.nan, 0.9, 0.95, 0.9]])
    mean, deviation = np.nanmean(gappy, 0), np.nanstd(gappy, 0)

    def settle(start, missing, model=None):
        z = start.copy()
        found = model
        for _ in range(3000):
            if model is None:
                found = PCA(1).fit(z)
            z[missing] = found.inverse_transform(found.transform(z))[missing]
        return z, found

    z, found = settle(np.nan_to_num((gappy - mean) / deviation), np.isnan(gappy))
    other, _ = settle(np.nan_to_num((others - mean) / deviation), np.isnan(others), found)
    back = lambda standard, raw: np.where(np.isnan(raw), np.clip(standard * deviation + mean, 0, 1), raw).tolist()
    plain = lambda raw: [[None if math.isnan(v) else v for v in row] for row in raw.tolist()]
    return {"rows": plain(gappy), "filled": back(z, gappy), "others": plain(others), "othersFilled": back(other, others)}


def next_score(x, y, at, chance, questions):
    share = np.clip((np.array(y) - chance) / (1 - chance), 0, 1)
    out = {}
    logit = np.log((share * questions + 0.5) / (questions - share * questions + 0.5))
    for name, values in (("line", np.array(y)), ("logit", logit)):
        fitted = sm.OLS(values, sm.add_constant(np.array(x))).fit()
        frame = fitted.get_prediction([[1, at]]).summary_frame(alpha=0.05)
        ends = [float(frame[key].iloc[0]) for key in ("mean", "obs_ci_lower", "obs_ci_upper")]
        if name == "logit":
            ends = [chance + (1 - chance) / (1 + math.exp(-end)) for end in ends]
        out[name] = [min(1, max(0, end)) for end in ends]
    return {"x": x, "y": y, "at": at, "chance": chance, "questions": questions, **out}


dropped = {
    "microsoft/phi-1_5",
    "microsoft/phi-2",
    "Qwen/Qwen1.5-0.5B",
    "Qwen/Qwen1.5-1.8B",
    "Qwen/Qwen1.5-4B",
    "stabilityai/stablelm-2-1_6b",
    "meta-llama/Meta-Llama-3-8B",
}


def sandwiches():
    rows = [r for r in csv.DictReader(open(tables / "question-groups" / "question-groups.csv")) if r["groups"] == "3" and r["model"] not in dropped]
    out = {}
    for task in sorted({r["task"] for r in rows}):
        of = lambda group: {r["model"]: r for r in rows if r["task"] == task and r["group"] == group}
        first, last = of("1"), of("3")
        models = list(first)
        column = lambda table, key: np.array([float(table[m][key]) for m in models])
        x = np.log10(column(first, "flops") / 1e21)
        cut = math.log10(float(next(iter(first.values()))["thresholdFlops"]) / 1e21)
        chance = float(next(iter(first.values()))["chance"])
        easy, hard = column(first, "groupBrier"), column(last, "groupBrier")
        brier, accuracy = column(first, "brier"), column(first, "accuracy")
        seen = x < cut
        both = sum(np.polyval(np.polyfit(x[seen], y[seen], d), x) for y, d in ((easy, 5), (hard, 2))) / 2
        slope, intercept = np.polyfit(accuracy[seen], brier[seen], 1)
        turned = (both - intercept) / slope
        turned += accuracy[seen].mean() - turned[seen].mean()
        above = np.clip(accuracy - chance, 0, 1)
        b, a = np.polyfit(x[seen], np.log((above + 1e-6) / (1 - above + 1e-6))[seen], 1)
        rival = chance + 1 / (1 + np.exp(-(a + b * x)))
        error = lambda forecast: float(((accuracy - forecast)[~seen] ** 2).mean())
        out[task] = {"testError": error(turned), "baselineError": error(rival)}
    return out


json.dump(
    {
        "components": [components_case() for _ in range(3)],
        "filled": [filled_case() for _ in range(3)],
        "extrapolateScore": [
            next_score([20, 20.5, 21, 21.7], [0.0, 0.01, 0.05, 0.3], 22.2, 0.0, 2000),
            next_score([20, 20.4, 21.1, 21.5, 22], [0.24, 0.26, 0.3, 0.33, 0.42], 22.6, 0.25, 1050),
            next_score([1, 2, 3], [0.5, 0.9, 0.97], 4, 0.0, 100),
        ],
        "sandwiches": sandwiches(),
    },
    sys.stdout,
)
