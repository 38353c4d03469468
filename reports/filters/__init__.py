"""This folder holds what content management systems do to code that an editor pastes."""

from reports.filters._losses import Kind, Loss, losses

__all__ = ["Kind", "Loss", "losses"]
