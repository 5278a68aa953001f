# What stands in the files that can be downloaded.

exports-network-title = { $network }: the network
exports-places-title = { $network }: the places

exports-readme-file-name = README.txt
exports-readme-title = { $network }: the tables
exports-readme-format = The tables are in UTF-8 with a byte-order mark, separated by commas; spreadsheets open them as they are. The first row names the columns. Several values in one cell are separated by semicolons.
exports-readme-sources = Every fact names its source, a key in sources.csv, and the place in it. What a source of the kind “page” states is later than { $documents ->
    [2] the two documents
    [one] the document
   *[other] the documents
} on which everything rests.
exports-readme-table = { $file } ({ $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}): { $title }. { $purpose }
exports-readme-column = { $header }: { $heading }. { $hint }

# What stands in hand-outs (slides, PDF, pictures), and the names of the parts of pictures.

exports-source = Sources: { $sources }
exports-source-document = { $maker }, “{ $title }” ({ $date })
exports-source-separator = {"; "}
exports-locator = here: { $locator }
exports-locator-of = here: { $maker }, { $locator }
exports-made = Made on { $date }
exports-tie = { $kind }: { $source } – { $target }
exports-legend-both = { $one } / { $other }

exports-part-of = { $part }: { $name }
exports-part-title = Title
exports-part-text = Text
exports-part-sources = Sources
exports-part-date = Date
exports-part-number = Number
exports-part-map = Map
exports-part-network = Network
exports-part-legend = Legend
exports-part-frame = Frame
exports-part-rule = Rule
exports-part-sea = Sea
exports-part-land = Land
exports-part-undetermined = Area of undetermined status
exports-part-boundaries = Boundaries at sea
exports-part-areas = Area
exports-part-courses = Courses of rivers
exports-part-course = Course
exports-part-curves = Curves
exports-part-curve = Curve
exports-part-places = Places
exports-part-place = Place
exports-part-ring = Ring
exports-part-pip = Middle
exports-part-halo = Light behind what is selected
exports-part-names = Names
exports-part-name = Name
exports-part-leader = Leader
exports-part-headings = Headings
exports-part-structure = Structure
exports-part-homes = Homes
exports-part-home = Home
exports-part-ties = Ties
exports-part-tie = Tie
exports-part-nodes = Marks
exports-part-node = Mark
exports-part-callout = Activities of what is selected
exports-part-code = QR code
exports-part-runs = Line to activities
exports-part-band = Band to activities
exports-part-part = Band of parts
exports-part-bracket = Bracket of what was inherited
exports-part-link = Line between neighbours
exports-part-behalf = Line of acting on behalf
exports-slide-layout = One picture
exports-picture-map = The ties of exchange, each drawn as the shortest way round the earth.
exports-picture-network = From left to right: homes, organisations, activities, partners. The { $activities } activities are marks here; the poster names them.

# The page of downloads

downloads-title = Downloads
downloads-intro = Hand-outs, a poster, a leaflet, pictures and data to take away. Each of them names its sources.
downloads-story-heading = Hand-outs
downloads-picture-heading = Pictures
downloads-data-heading = Data
downloads-save = Save { $file }
downloads-png = PNG { $width } × { $height }
downloads-print = Open the printed view
downloads-command = Made by a command (it needs Chromium):
downloads-failed = The picture could not be drawn. Try to save the SVG instead.

download-pptx = Slides (PowerPoint)
download-pptx-about = One slide a stop. Map and network are shapes that can be selected and recoloured; what the speaker says is in the notes.
download-pdf = Hand-out (PDF)
download-pdf-about = One page a stop, with text that can be selected. The printed view and your browser’s “Save as PDF” give one too.
download-map-svg = Map (SVG, PNG)
download-map-svg-about = The whole map. SVG stays sharp at any size; the buttons draw a PNG here, in your browser, without the internet.
download-network-svg = Network (SVG, PNG)
download-network-svg-about = The whole network. The buttons draw a PNG here, in your browser, without the internet.
download-stop-svg = One stop (SVG, PNG)
download-stop-svg-about = One stop of the presentation with its title and text, as one picture.
download-map-png = Map (PNG, by command)
download-map-png-about = As PNG in any other size, by a command (it needs Chromium):
download-network-png = Network (PNG, by command)
download-network-png-about = As PNG in any other size, by a command (it needs Chromium):
download-png = One stop (PNG, by command)
download-png-about = As PNG in any other size, by a command (it needs Chromium):
download-network-json-about = The node-link form of networkx, with the sources and with what they do not say.
download-graphml-about = Opens in Gephi, yEd and others, with names, kinds, positions and colours.
download-gexf = Network (GEXF, for Gephi)
download-gexf-about = Opens in Gephi with the positions and colours of this picture.
download-places-about = Opens in QGIS and other map programs; every point has its source.
download-tables-about = All the tables. They can be changed and put back.

# Commands

exports-option-story = name of the story (pptx, pdf, stop-svg, png)
exports-option-stop = number of the stop, from 1 (stop-svg, png)
exports-option-size = size of the picture, such as 3840x2160
exports-no-story = There is no story “{ $story }”. There are: { $known }
exports-no-stop = This story has { $total } stops. Name one from 1 to { $total }.
exports-bad-size = A size is written like 1920x1080, with numbers from { $least } to { $most }.
exports-no-chromium = There is no Chromium. Run `make browser`, or name one in the environment variable CHROMIUM.
exports-chromium-failed = Chromium did not make the file: { $reason }
downloads-stop-title = Stop { $number }: { $title }
exports-about-map = The map of this stop. It shows { $things }.
exports-about-network = The network of this stop. It shows { $things }.
exports-about-legend = Legend: { $things }.
exports-prompt-title = Title
exports-prompt-text = Text
exports-layout-title = Title slide
exports-layout-closing = Closing slide

exports-kind-and-gap = { $kind } ({ $gap })
exports-tie-of = { $source }: { $kind }
exports-leaflet-contact-heading = How to take part
exports-leaflet-contact = About the exchange of { $home }, ask here. No document confirms that each activity still goes on.
download-poster-page = Poster (A3, A1)
download-poster-page-about = Map and network with every name on one sheet. Open it and print it without margins, with backgrounds. Enlarged to A1 it stays sharp.
download-poster = Poster (PDF, by command)
download-poster-about = The command line makes it as PDF (it needs Chromium); for A3 say --paper A3:
download-leaflet-page = Leaflet (A4)
download-leaflet-page-about = The map, the partners, and whom to ask, on one page. Open it and print it without margins, with backgrounds.
download-leaflet = Leaflet (PDF, by command)
download-leaflet-about = The command line makes it as PDF (it needs Chromium):
exports-option-paper = paper of a poster (poster)
downloads-paper-heading = On paper
