"""The further pictures, in the same hand."""

SCENES = ()
