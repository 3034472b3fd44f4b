"""Several processes at the same moment, forked off one: to start Django takes longer than what most tests ask of it."""

import multiprocessing

from django.db import connection, connections

PATIENCE = 180


def at_once(*works) -> list:
    """What each of the works returns, done by a process and on a connection of its own; all begin together."""
    connections.close_all()
    fork = multiprocessing.get_context("fork")
    begin, said = fork.Barrier(len(works)), fork.SimpleQueue()

    def work(number: int) -> None:
        connection.ensure_connection()
        begin.wait(PATIENCE)
        said.put((number, works[number]()))

    processes = [fork.Process(target=work, args=[number]) for number in range(len(works))]
    for process in processes:
        process.start()
    for process in processes:
        process.join(PATIENCE)
    assert [process.exitcode for process in processes] == [0] * len(works)
    return [result for _number, result in sorted(said.get() for _work in works)]
