"""This room is what the web's video sites answer, and what that means. It does not know the catalogue."""

from checker.belief import PATIENCE, Belief, Opinion, fold, opinion_of
from checker.exchange import Answer, Cause, Fetch, Probe, Reply, Silence
from checker.sweep import Instrument, Sweep
from checker.verdict import Detail, Evidence, Observation, State, Verdict

__all__ = [
    "PATIENCE",
    "Answer",
    "Belief",
    "Cause",
    "Detail",
    "Evidence",
    "Fetch",
    "Instrument",
    "Observation",
    "Opinion",
    "Probe",
    "Reply",
    "Silence",
    "State",
    "Sweep",
    "Verdict",
    "fold",
    "opinion_of",
]
