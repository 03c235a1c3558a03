"""`python -m storage.survey_files`: the child that reads one survey file; `process` starts it."""

from storage.survey_files.child import main

main()
