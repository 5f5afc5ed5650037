"""python -m casebook: the command line."""

import sys

from casebook.cli.main import main

sys.exit(main())
