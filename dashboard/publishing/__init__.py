"""A published copy: a folder of files that any web server sends, and its list of what was written there."""

from dashboard.publishing.checks import Fault, check_copy
from dashboard.publishing.folder import Folder, ForeignFileError, Listing, is_whole, read_listing
from dashboard.publishing.hosts import Place, write_host_files

__all__ = [
    "Fault",
    "Folder",
    "ForeignFileError",
    "Listing",
    "Place",
    "check_copy",
    "is_whole",
    "read_listing",
    "write_host_files",
]
