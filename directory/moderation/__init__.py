"""Staff's screens for what waits: the queue, deciding on what members sent, a look over facts that are live already."""
