"""python -m casebook: the command line."""

import sys

from casebook.command import main

sys.exit(main())
