"""This room is what the web's video sites answer, and what that means. It does not know the catalogue."""

from checker.belief import PATIENCE, Belief, Opinion, fold, opinion_of
from checker.controls import Expected, Instrument, Outcome, Wave
from checker.exchange import Answer, Cause, Fetch, Probe, Reply, Silence
from checker.spans import Span
from checker.sweep import Sweep
from checker.verdict import Detail, Evidence, Observation, State, Verdict
from checker.window import Share, Stretch, availability_over, stretches

__all__ = [
    "PATIENCE",
    "Answer",
    "Belief",
    "Cause",
    "Detail",
    "Evidence",
    "Expected",
    "Fetch",
    "Instrument",
    "Observation",
    "Opinion",
    "Outcome",
    "Probe",
    "Reply",
    "Share",
    "Silence",
    "Span",
    "State",
    "Stretch",
    "Sweep",
    "Verdict",
    "Wave",
    "availability_over",
    "fold",
    "opinion_of",
    "stretches",
]
