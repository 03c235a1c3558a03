"""The figures as a whole: what a program pays that only imports them."""

import subprocess
import sys


def test_a_command_that_needs_no_interval_does_not_wait_for_scipy() -> None:
    asked = "import sys, touchpoints.statistics; print({'scipy', 'numpy', 'pandas'} & set(sys.modules))"
    answer = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "set()"
