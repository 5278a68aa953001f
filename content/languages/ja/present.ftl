### 発表：舞台、発表者用の画面、印刷

present-navigation = 場面の移動
present-back = 前へ
present-next = 次へ
present-leave = 地図で調べる
present-overview = すべての場面
present-number = { $number } / { $total }
present-announce = 場面 { $number } / { $total }：{ $title }
present-mended = その場面はないので、近い場面を開きました。

present-sources = 出典：{ $sources }
present-source = { $maker }「{ $title }」（{ $date }）
present-source-separator = 、
present-qr-explorer = この地図を開くQRコード
present-qr-stop = この場面を開くQRコード
present-courses-scale = 縮尺は異なります
present-explore-yourself = 地図とつながり図はこちらから

present-question = 何についてのご質問ですか
present-question-matches = 見つかったもの
present-question-none = 見つかりません。別の名前で試してください。
present-question-card = 質問への答え
present-question-now = 質問：{ $name }
present-return = 場面 { $number } に戻る（Esc）
present-blank = 画面を暗くしています

present-touch-question = 質問
present-overview-short = 一覧
present-touch-blank = 暗転
present-touch-notes = 発表者用
present-help-open = 操作（?）
present-help = キーとクリッカー
present-help-gestures = 指での操作
present-help-touch = 画面の左側をタップすると前へ、右側をタップすると次へ。左右にスワイプしても進みます。地図や図の相手をタップすると、質問としてすぐに開きます。質問、一覧、暗転、全画面、発表者用の画面は、下に並ぶボタンで。
present-help-letters = b、f、o、s のほかの文字を打つと、その文字から検索が始まります。この四つで始まる名前は、/ を押してから打ってください。
present-key-next = 次の場面
present-key-back = 前の場面
present-key-first = 最初の場面
present-key-last = 最後の場面
present-key-jump = 番号の場面へ
present-key-question = 質問：名前を打って、すぐにそこへ
present-key-return = 質問から場面に戻る、開いたものを閉じる
present-key-blank = 画面を暗くする・戻す
present-key-overview = 場面の一覧
present-key-full = 全画面
present-key-notes = 発表者用の画面を開く
present-letter-keys = 文字・数字・記号の一つだけのキーを使う
present-key-help = この説明

present-notes-blocked = 新しい窓が止められました。
present-notes-unreachable = サーバーから応答がないため、発表者用の画面を開けません。発表はこのまま続けられます。
present-notes-link = 発表者用の画面を開く
present-no-notes = この場面にメモはありません。
present-clock = 時刻
present-elapsed = 経過
present-reset = 経過時間をリセット
