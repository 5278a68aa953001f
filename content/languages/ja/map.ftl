# 地図：凡例、拡大図、地図の説明文

map-title = 地図
map-empty = 地図に示す場所はまだありません。
map-alt = 交流のつながり{ $ties }本を、地球上の最短経路で示した地図。
map-alt-home = { $home }から{ $partners }へ、{ $ties }本。
# 文と文のあいだ
map-sentence-separator = {""}
map-lens = 地域のまわりの拡大図

map-legend = 地図の凡例
map-legend-home = { $home }のつながり
map-legend-area = 塗りつぶし：その地域そのものが交流先
map-legend-seat = 丸印：所在地のみ（範囲は示していません）
map-legend-outline = 点線の輪郭：市のある県の全体
map-legend-undetermined = 南樺太、択捉島より北の千島列島：帰属未定（日本の学校用地図帳による）

