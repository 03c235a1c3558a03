"""Examples are drawn the same in every run, and a busy machine fails no test."""

from hypothesis import settings

settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")
