"""This file proves that no test can reach the web."""

from __future__ import annotations

import socket

import pytest
import requests


def test_a_test_that_connects_elsewhere_fails() -> None:
    with socket.socket() as line, pytest.raises(AssertionError):
        line.connect(("203.0.113.1", 443))


def test_a_test_that_looks_up_a_name_fails() -> None:
    with pytest.raises(requests.ConnectionError):
        requests.get("https://www.youtube.com/", timeout=5)
