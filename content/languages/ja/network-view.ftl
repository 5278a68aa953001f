# つながり図の中の言葉

network-view-alt = 左から右へ読むつながり図。地域{ $homes }、団体{ $organisations }、活動{ $activities }、交流先{ $partners }。交流のつながりは{ $ties }本。
network-view-empty = 図に示すデータがありません。

network-view-column-homes = 地域
network-view-column-organisations = 団体
network-view-column-activities = 活動
network-view-column-partners = 交流先

network-view-tie-title = { $kind }：{ $source }と{ $target }

network-view-own-activities = 独自の活動
network-view-callout = 活動 { $count }件

network-group-name = { $home }・{ $country }
network-group-country = { $country }（{ $count }）
network-group-ties = つながり{ $count }件
network-group-later = 後から調べた{ $homes }地域
network-groups-heading = 地域とそのつながり

network-view-labels = つながり図のすべての項目
network-view-legend = つながり図の凡例
network-view-legend-home = 地域
network-view-legend-organisation = 団体
network-view-legend-organisation-current = 現在の団体
network-view-legend-organisation-former = 以前の団体
network-view-legend-organisation-other = 関わりのある団体
network-view-legend-activity-text = 塗りつぶし：本文にある活動
network-view-legend-activity-caption = 輪郭だけ：写真説明・資料名だけにある活動
network-view-legend-venue = 場所・施設
network-view-legend-river = 川
network-view-legend-partner = 交流先
network-view-legend-inherited = 以前の団体の活動を受け継いだ団体
