"""What every test shares: generated examples are the same in each run and are never timed."""

from hypothesis import settings

settings.register_profile("poadesk", derandomize=True, deadline=None)
settings.load_profile("poadesk")
