"""The demo municipality: its own words and pictures, loaded by ``manage.py load_demo``.

``content`` holds the texts, Latvian and English side by side; ``parts`` is the small vocabulary they are written in;
``load``, ``translate`` and ``accounts`` put them into the database; ``illustrations`` draws ``images``.
"""
