"""The data set as files for other programs."""

from dashboard.exports.data.archive import render_archive
from dashboard.exports.data.network import render_gexf, render_graphml, render_network_json
from dashboard.exports.data.places import render_places
from dashboard.exports.wishes import ignore_wish

network_json = ignore_wish(render_network_json)
graphml = ignore_wish(render_graphml)
gexf = ignore_wish(render_gexf)
places_geojson = ignore_wish(render_places)
tables_archive = ignore_wish(render_archive)
