"""Every number about answers: what it is computed from, its 95 % interval, and when it must not be shown.

`mean_rating`, `nps`, `top_box` and their like count every answer once; `weighted_…` count weights and are
None without them; `leading_…`, and whatever has no such pair, are weighted where the answers carry weights:
the figure that a screen shows first. `customers=` is the size of a finite customer base.
"""

from touchpoints.statistics.counts import AnswerOffTheScale, NoAnswers, PointCounts, pooled
from touchpoints.statistics.differences import (
    Difference,
    Sample,
    Score,
    mean_difference,
    score_difference,
    score_interval,
    share_difference,
)
from touchpoints.statistics.disclosure import OVERALL, POOLED
from touchpoints.statistics.estimates import Estimate, on_common_scale, wilson, wilson_interval
from touchpoints.statistics.finite_base import MoreAnswersThanCustomers, n_in_finite_base
from touchpoints.statistics.levels import (
    DEFAULT_THRESHOLDS,
    Level,
    LevelThresholds,
    delighted,
    disappointed,
    level,
)
from touchpoints.statistics.means import (
    leading_mean,
    leading_sd,
    mean_rating,
    sd,
    stated_interval,
    stated_mean,
    weighted_mean,
)
from touchpoints.statistics.net_promoter import (
    NPS_SCALE,
    Nps,
    NpsChange,
    leading_nps,
    nps,
    nps_change,
    weighted_nps,
)
from touchpoints.statistics.room import RoomFigure, room_figure
from touchpoints.statistics.scale import COMMON_SCALE, Scale, UnusableScale
from touchpoints.statistics.shares import (
    CES_BOXES,
    CES_SCALES,
    CSAT_SCALE,
    RECOMMENDATION_SCALE,
    Ces,
    bottom_box,
    ces,
    csat,
    leading_share,
    recommendation_rate,
    top_box,
    weighted_share,
)
from touchpoints.statistics.withholding import FLOOR, withheld_cells

__all__ = [
    "CES_BOXES",
    "CES_SCALES",
    "COMMON_SCALE",
    "CSAT_SCALE",
    "DEFAULT_THRESHOLDS",
    "FLOOR",
    "NPS_SCALE",
    "OVERALL",
    "POOLED",
    "RECOMMENDATION_SCALE",
    "AnswerOffTheScale",
    "Ces",
    "Difference",
    "Estimate",
    "Level",
    "LevelThresholds",
    "MoreAnswersThanCustomers",
    "NoAnswers",
    "Nps",
    "NpsChange",
    "PointCounts",
    "RoomFigure",
    "Sample",
    "Scale",
    "Score",
    "UnusableScale",
    "bottom_box",
    "ces",
    "csat",
    "delighted",
    "disappointed",
    "leading_mean",
    "leading_nps",
    "leading_sd",
    "leading_share",
    "level",
    "mean_difference",
    "mean_rating",
    "n_in_finite_base",
    "nps",
    "nps_change",
    "on_common_scale",
    "pooled",
    "recommendation_rate",
    "room_figure",
    "score_difference",
    "score_interval",
    "sd",
    "share_difference",
    "stated_interval",
    "stated_mean",
    "top_box",
    "weighted_mean",
    "weighted_nps",
    "weighted_share",
    "wilson",
    "wilson_interval",
    "withheld_cells",
]
