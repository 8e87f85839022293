"""``python -m kg``: the command, where the folder of scripts is not on the path."""

from kg.cli import main

if __name__ == "__main__":
    main()
