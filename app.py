"""The pages of areamap: page config, language, navigation; nothing else."""

from areamap.ui import shell

shell.run(shell.configure())
