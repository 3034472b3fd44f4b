"""Data into the directory: tables that staff upload, and the Register of Enterprises' open file.

``reading`` turns bytes into a table, ``fields`` says what a column may be, ``matching`` who a row is, ``profiles`` what
becomes of it, ``running`` takes a file in batches; ``register`` and ``adopting`` are the register's own.
"""
