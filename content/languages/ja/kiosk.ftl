# ロビーのタッチパネル

kiosk-bar = 表示・言語・見やすさ
kiosk-start-over = はじめにもどる
kiosk-aids = 見やすくする
kiosk-large = 大きな文字
kiosk-large-sign = あ
kiosk-contrast = はっきり表示
kiosk-read-aloud = 読み上げる
kiosk-paging = 続き
kiosk-page-up = 上へ
kiosk-page-down = 下へ
kiosk-initials = 名前のはじめの文字からさがす
kiosk-initials-all = すべて

kiosk-how-letters = 文字にふれると、その音で始まる名前だけが一覧に残ります。
kiosk-how-arrows = 矢印にふれると、続きが見られます。
kiosk-how-views = 「つながり図」にふれると、だれがだれと何をしているかが見られます。

kiosk-idle-heading = まだごらんになっていますか
kiosk-idle-text = 数字がゼロになると、次の方のために、はじめの画面にもどります。
kiosk-continue = つづける

kiosk-staff-heading = 係員の方へ：この画面を確かめてください
kiosk-staff-why = この画面は、自動ではもとにもどりません。お客様の操作はいりません。
kiosk-staff-restart = コンピューターの電源を切り、もう一度入れて、五分待ってください。
kiosk-staff-call = この文字がまた出るときは、この画面を受け持つ人に知らせてください。

kiosk-slide-tie = { $home }・{ $kind }
kiosk-qr = このページを携帯電話で見るためのQRコード
kiosk-qr-how = 携帯電話で続きを見る
