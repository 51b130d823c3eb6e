"""Weights that the data suggest, to stand beside the person's own."""

from dataclasses import dataclass

import numpy as np

from siteselect.mcda.contest import Contest
from siteselect.model.arrays import Floats, frozen_floats
from siteselect.model.evaluation import Evaluation


@dataclass(frozen=True, eq=False, slots=True)
class Advice:
    """What the data say of weights, beside the person's own; k shares each."""

    evaluation: Evaluation
    keys: tuple[str, ...]
    own: Floats
    entropy: Floats
    critic: Floats
    deviation: Floats


def advice(evaluation: Evaluation) -> Advice:
    """Return three advisers' weights, from the values of the contenders.

    They tell which criteria part the sites, not which matter: they stand beside the person's
    weights and never replace them.

    Parameters
    ----------
    evaluation
        What was concluded.

    Returns
    -------
    Shares by entropy, CRITIC and standard deviation, in the order of the criteria.
    """
    contest = Contest(evaluation)
    values = evaluation.filled[contest.contenders]
    return Advice(
        evaluation,
        contest.keys,
        evaluation.shares,
        frozen_floats(entropy(values)),
        frozen_floats(critic(values)),
        frozen_floats(deviation(values)),
    )


def entropy(values: Floats) -> Floats:
    """Return weights by how unevenly the values of a criterion are spread over the sites.

    Parameters
    ----------
    values
        n x k, 0 or more.

    Returns
    -------
    k shares; equal ones when no criterion parts the sites.

    References
    ----------
    Zeleny, M. (1982). Multiple Criteria Decision Making. McGraw-Hill.

    Examples
    --------
    >>> import numpy as np
    >>> entropy(np.array([[1.0, 0.5], [0.0, 0.5]])).tolist()
    [1.0, 0.0]
    """
    total = values.sum(axis=0)
    part = np.divide(values, total, out=np.zeros(values.shape), where=total > 0)
    logs = np.log(part, out=np.zeros(values.shape), where=part > 0)
    disorder = -(part * logs).sum(axis=0) / np.log(max(len(values), 2))
    return _of_sum(np.where(total > 0, 1.0 - disorder, 0.0))


def critic(values: Floats) -> Floats:
    """Return weights by how far a criterion spreads and how little it repeats the others.

    Parameters
    ----------
    values
        n x k; each column is brought to [0, 1] first.

    Returns
    -------
    k shares; equal ones when no criterion parts the sites.

    References
    ----------
    Diakoulaki, D., Mavrotas, G., Papayannakis, L. (1995). Determining objective weights in multiple
    criteria problems: The CRITIC method. Computers & Operations Research 22(7), 763-770.

    Examples
    --------
    >>> import numpy as np
    >>> critic(np.array([[1.0, 0.0, 0.3], [0.0, 1.0, 0.3]])).tolist()
    [0.5, 0.5, 0.0]
    """
    if len(values) == 0:
        return _of_sum(np.zeros(values.shape[1]))
    span = values.max(axis=0) - values.min(axis=0)
    scaled = np.divide(
        values - values.min(axis=0), span, out=np.zeros(values.shape), where=span > 0
    )
    centred = scaled - scaled.mean(axis=0)
    spread = scaled.std(axis=0)
    product = np.outer(spread, spread)
    together = centred.T @ centred / len(values)
    alike = np.divide(together, product, out=np.zeros(product.shape), where=product > 0)
    moving = spread > 0
    conflict = ((1.0 - alike) * moving[None, :]).sum(axis=1)
    return _of_sum(spread * conflict if moving.sum() > 1 else spread)


def deviation(values: Floats) -> Floats:
    """Return weights by the standard deviation of each criterion.

    Parameters
    ----------
    values
        n x k.

    Returns
    -------
    k shares; equal ones when no criterion parts the sites.

    Examples
    --------
    >>> import numpy as np
    >>> deviation(np.array([[1.0, 0.5], [0.0, 0.25]])).tolist()
    [0.8, 0.2]
    """
    return _of_sum(values.std(axis=0) if len(values) else np.zeros(values.shape[1]))


def _of_sum(amounts: Floats) -> Floats:
    amounts = np.maximum(amounts, 0.0)
    total = amounts.sum()
    count = max(len(amounts), 1)
    shares: Floats = amounts / total if total > 1e-12 else np.full(len(amounts), 1.0 / count)
    return shares
