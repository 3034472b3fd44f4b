"""The further pictures, in the same hand."""

from cms.demo.illustrations.changes import CHANGES
from cms.demo.illustrations.gatherings import GATHERINGS
from cms.demo.illustrations.indoors import INDOORS
from cms.demo.illustrations.outdoors import OUTDOORS
from cms.demo.illustrations.portraits import PORTRAITS

SCENES = (*OUTDOORS, *INDOORS, *PORTRAITS, *GATHERINGS, *CHANGES)
