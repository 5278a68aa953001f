"""What is measured: one record a measurement. To measure something new, write its module and add its record here."""

from __future__ import annotations

from bench.measures.attacks import ATTACKED
from bench.measures.attract import ATTRACT
from bench.measures.beside import BESIDE_DESKTOP, BESIDE_PHONE
from bench.measures.dragging import DRAGGING
from bench.measures.phone import PHONE
from bench.measures.selection import SELECTION, SELECTION_PHONE
from bench.measures.server import SERVER
from bench.measures.stage import STAGE
from bench.measures.waking import WAKING
from bench.measures.weight import WEIGHT
from bench.records import Measurement

MEASUREMENTS: tuple[Measurement, ...] = (
    BESIDE_DESKTOP,
    BESIDE_PHONE,
    WEIGHT,
    WAKING,
    PHONE,
    SELECTION,
    SELECTION_PHONE,
    DRAGGING,
    ATTRACT,
    STAGE,
    SERVER,
    ATTACKED,
)
