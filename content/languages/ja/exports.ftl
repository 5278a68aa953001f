# ダウンロードできるファイルの中の文。

exports-network-title = { $network }：つながり
exports-places-title = { $network }：位置

exports-readme-file-name = はじめにお読みください.txt
exports-readme-title = { $network }：表
exports-readme-format = 表は BOM 付き UTF-8、コンマ区切りで、表計算ソフトでそのまま開けます。1行目は列の名前です。一つのセルに値が二つ以上あるときは、セミコロンで区切ってあります。
exports-readme-sources = どの事実にも、出典（sources.csv のキー）と、その中の箇所が書いてあります。種類が page の出典によるものは、もとになった{ $documents ->
    [2] 二つの文書
   *[other] 文書
}より後の情報です。
exports-readme-table = { $file }（{ $rows }行）：{ $title }。{ $purpose }
exports-readme-column = { $header }：{ $heading }。{ $hint }

# 配布資料（スライド・PDF・図）の中の文と、図の部分の名前。

exports-source = 出典：{ $sources }
exports-source-document = { $maker }「{ $title }」（{ $date }）
exports-source-separator = 、
exports-locator = 箇所：{ $locator }
exports-locator-of = { $maker }の文書の箇所：{ $locator }
exports-made = { $date }作成
exports-tie = { $kind }：{ $source }－{ $target }
exports-legend-both = { $one }／{ $other }

exports-part-of = { $part }：{ $name }
exports-part-title = 題
exports-part-text = 文
exports-part-sources = 出典
exports-part-date = 作成日
exports-part-number = 番号
exports-part-map = 地図
exports-part-network = つながり図
exports-part-legend = 凡例
exports-part-frame = 枠
exports-part-rule = 罫線
exports-part-sea = 海
exports-part-land = 陸地
exports-part-undetermined = 帰属未定の地域
exports-part-boundaries = 海上の境界
exports-part-areas = 地域
exports-part-courses = 川の流れ
exports-part-course = 流れ
exports-part-curves = つながりの線
exports-part-curve = 線
exports-part-places = 地点
exports-part-place = 地点
exports-part-ring = 輪
exports-part-pip = 中心
exports-part-halo = 選んだものの光
exports-part-names = 名前
exports-part-name = 名前
exports-part-leader = 引き出し線
exports-part-headings = 見出し
exports-part-structure = 内部の構造
exports-part-homes = 交流のもとの地域
exports-part-home = 地域
exports-part-ties = 交流のつながり
exports-part-tie = つながり
exports-part-nodes = 印
exports-part-node = 印
exports-part-callout = 選んだものの活動
exports-part-code = 二次元コード
exports-part-runs = 活動への線
exports-part-band = 活動への帯
exports-part-part = まとまりの帯
exports-part-bracket = 受け継ぎの括弧
exports-part-link = 関わりの線
exports-part-behalf = 代行の線
exports-slide-layout = 一枚の図
exports-picture-map = 交流のつながりを、地球上の最短経路で示した地図です。
exports-picture-network = 左から右へ、地域・団体・活動・交流先を読む図です。{ $activities }件の活動は印で示し、名前はポスターに載せています。

# ダウンロードのページ

downloads-title = ダウンロード
downloads-intro = 発表の資料、ポスターとちらし、図、データを持ち帰れます。どれにも出典が入っています。
downloads-story-heading = 発表の資料
downloads-picture-heading = 図
downloads-data-heading = データ
downloads-save = { $file } を保存
downloads-png = PNG { $width }×{ $height }
downloads-print = 印刷用の画面を開く
downloads-command = コマンドで作れます（Chromium が必要です）：
downloads-failed = 図を作れませんでした。SVG の保存をお試しください。

download-pptx = スライド（PowerPoint）
download-pptx-about = 一場面が一枚です。地図もつながり図も図形なので、選んで色を変えられます。話すことはノートに入っています。
download-pdf = 配布資料（PDF）
download-pdf-about = 一場面が一ページです。文字を選んで写せます。印刷用の画面から、ブラウザーの「PDF に保存」でも作れます。
download-map-svg = 地図（SVG・PNG）
download-map-svg-about = 地図の全体です。SVG は拡大しても粗くなりません。PNG のボタンを押すと、この画面が画像を作ります（インターネットは要りません）。
download-network-svg = つながり図（SVG・PNG）
download-network-svg-about = つながり図の全体です。PNG のボタンを押すと、この画面が画像を作ります（インターネットは要りません）。
download-stop-svg = 一場面（SVG・PNG）
download-stop-svg-about = 発表の一場面を、題や文といっしょに一枚の図にします。
download-map-png = 地図（PNG、コマンド）
download-map-png-about = ほかの大きさの PNG は、コマンドで作れます（Chromium が必要です）：
download-network-png = つながり図（PNG、コマンド）
download-network-png-about = ほかの大きさの PNG は、コマンドで作れます（Chromium が必要です）：
download-png = 一場面（PNG、コマンド）
download-png-about = ほかの大きさの PNG は、コマンドで作れます（Chromium が必要です）：
download-network-json-about = networkx の node-link 形式。出典や、資料からは分からないことも入っています。
download-graphml-about = Gephi や yEd などで開けます。名前・種類・位置・色つきです。
download-gexf = つながり（GEXF、Gephi用）
download-gexf-about = Gephi で開くと、この画面と同じ位置と色になります。
download-places-about = QGIS などの地図ソフトで開けます。地点ごとに出典があります。
download-tables-about = もとの表のすべてです。直して戻すこともできます。

# コマンド

exports-option-story = 物語の名前（pptx、pdf、stop-svg、png）
exports-option-stop = 場面の番号、1 から（stop-svg、png）
exports-option-size = 画像の大きさ、たとえば 3840x2160
exports-no-story = 「{ $story }」という物語はありません。あるのは：{ $known }
exports-no-stop = この物語の場面は { $total } です。1 から { $total } までを指定してください。
exports-bad-size = 大きさは 1920x1080 のように、{ $least } から { $most } までの数で指定してください。
exports-no-chromium = Chromium が見つかりません。`make browser` で入れるか、環境変数 CHROMIUM で場所を指定してください。
exports-chromium-failed = Chromium がファイルを作れませんでした：{ $reason }
downloads-stop-title = 場面 { $number }　{ $title }
exports-about-map = この場面の地図。示しているもの：{ $things }。
exports-about-network = この場面のつながり図。示しているもの：{ $things }。
exports-about-legend = 凡例：{ $things }。
exports-prompt-title = 題
exports-prompt-text = 文
exports-layout-title = 表紙
exports-layout-closing = 結び

exports-kind-and-gap = { $kind }（{ $gap }）
exports-tie-of = { $source }：{ $kind }
exports-leaflet-contact-heading = 参加するには
exports-leaflet-contact = { $home }の交流については、こちらへお問い合わせください。活動がいまも続いているかどうかは、文書では確認できません。
download-poster-page = ポスター（A3・A1）
download-poster-page-about = 地図とつながり図に、名前をすべて入れた一枚です。開いて、余白なし・背景ありで印刷してください。A1 に拡大しても粗くなりません。
download-poster = ポスター（PDF、コマンド）
download-poster-about = PDF はコマンドで作れます（Chromium が必要です）。A3 なら --paper A3 とします：
download-leaflet-page = ちらし（A4）
download-leaflet-page-about = 地図と交流先、参加するための連絡先を載せた一枚です。開いて、余白なし・背景ありで印刷してください。
download-leaflet = ちらし（PDF、コマンド）
download-leaflet-about = PDF はコマンドで作れます（Chromium が必要です）：
exports-option-paper = ポスターの紙（poster）
downloads-paper-heading = 紙に刷る
