### 発表の物語：ファイルの読み取り、直してほしい点、自動で作る物語

# 物語のファイルで使える言葉。日本語でも英語（ID）でも書けます。
stories-setting-select = 選択
stories-setting-light = 照らす
stories-setting-show = 表示
stories-setting-home = 地域
stories-setting-tie = つながり
stories-setting-theme = テーマ
stories-setting-frame = 範囲
stories-setting-takeaway = 結び
stories-setting-sources = 出典
stories-show-both = 両方
stories-show-map = 地図
stories-show-network = つながり図
stories-answer-yes = はい
stories-answer-no = いいえ
stories-notes-word = メモ

stories-place-file = { $file }
stories-place-line = { $file } { $line }行目
stories-report-line = { $line }行目
stories-report-total = 物語の{ $files }個のファイルに問題が{ $problems }件あります。
stories-report-warnings = 物語の{ $files }個のファイルについて、お知らせが{ $problems }件あります。物語はそのまま使えます。
stories-report-fine = 物語に問題はありません：{ $stories }本、場面{ $stops }。

stories-problem-wrong-file-name-what = ファイルの名前が物語の名前の形になっていません
stories-problem-wrong-file-name-expected = 「物語の名前.言語.md」。名前は英小文字・数字・ハイフンです。
stories-problem-wrong-file-name-repair = main.ja.md のように名前を変えてください。
stories-problem-unknown-language-what = この言語は使われていません
stories-problem-unknown-language-expected = { $choices } のどれか。
stories-problem-unknown-language-repair = ファイル名の言語を直すか、content/languages に言語を加えてください。
stories-problem-unreadable-file-what = ファイルを読めません（{ $reason }）
stories-problem-unreadable-file-expected = 開くことのできる、400 kB までの文字のファイル。
stories-problem-unreadable-file-repair = ほかのプログラムで開いたままになっていないか、権限と大きさを確かめてください。
stories-problem-wrong-encoding-what = 文字コードが分かりません
stories-problem-wrong-encoding-expected = UTF-8 または Shift_JIS。
stories-problem-wrong-encoding-repair = UTF-8 で保存し直してください。
stories-problem-invisible-character-what = 行の{ $position }文字目に、目に見えない文字 { $character } があります
stories-problem-invisible-character-expected = 目に見える文字。
stories-problem-invisible-character-repair = その文字を消すか、貼り付けずに打ち直してください。
stories-problem-missing-translation-what = この物語には「{ $language }」のファイルがありません
stories-problem-missing-translation-expected = { $expected } というファイル。
stories-problem-missing-translation-repair = このファイルを写して { $expected } とし、翻訳してください。
stories-problem-unequal-stops-what = 場面の数が{ $stops }で、{ $other } の{ $others }と違います
stories-problem-unequal-stops-expected = どの言語でも同じ数の場面。
stories-problem-unequal-stops-repair = 足りない場面を書き足すか、余分な場面を除いてください。

stories-problem-missing-front-matter-what = はじめに題と要約がありません
stories-problem-missing-front-matter-expected = --- と --- の行にはさまれた title と summary。
stories-problem-missing-front-matter-repair = ファイルの先頭に ---、title: …、summary: …、--- の四行を書いてください。
stories-problem-broken-front-matter-what = はじめの題と要約を読み取れません{ $reason ->
    [none] {""}
   *[other] （{ $reason }）
}
stories-problem-broken-front-matter-expected = 「title: 文」の形の行。終わりに --- の行。
stories-problem-broken-front-matter-repair = --- で閉じてあるか確かめ、コロンや引用符をふくむ文は "…" で囲んでください。
stories-problem-unknown-front-key-what = はじめの部分に知らない項目があります
stories-problem-unknown-front-key-expected = { $choices } だけ。
stories-problem-unknown-front-key-repair = つづりを確かめるか、その行を除いてください。
stories-problem-missing-front-value-what = { $name } が書かれていません
stories-problem-missing-front-value-expected = { $name } の文。
stories-problem-missing-front-value-repair = はじめの --- のあいだに「{ $name }: …」と書いてください。

stories-problem-no-stops-what = 場面が一つもありません
stories-problem-no-stops-expected = 「## 題」で始まる場面。
stories-problem-no-stops-repair = 場面ごとに「## 」で始まる見出しを書いてください。
stories-problem-text-before-stops-what = はじめの場面より前に文があります
stories-problem-text-before-stops-expected = 文はどれかの「## 題」の下に。
stories-problem-text-before-stops-repair = 文の上に「## 」の見出しを書くか、文を移してください。
stories-problem-missing-title-what = 場面に題がありません
stories-problem-missing-title-expected = 「## 」のあとに題。
stories-problem-missing-title-repair = 短い題を書いてください。
stories-problem-missing-text-what = 場面に文がありません
stories-problem-missing-text-expected = 題の下に一つか二つの文。
stories-problem-missing-text-repair = 設定の行のあとを一行あけて、文を書いてください。
stories-problem-long-title-what = 題が長すぎて、うしろの席から読めません
stories-problem-long-title-expected = 全角でおよそ{ $most }字まで。
stories-problem-long-title-repair = 題を短くし、残りは文かメモに移してください。
stories-problem-long-text-what = 文が長すぎて、うしろの席から読めません
stories-problem-long-text-expected = 全角でおよそ{ $most }字まで。
stories-problem-long-text-repair = 一つか二つの文にし、残りは「メモ：」の下に移してください。
stories-problem-long-sentence-what = 耳で聞くには長い文があります
stories-problem-long-sentence-expected = 一文は全角でおよそ{ $most }字まで。
stories-problem-long-sentence-repair = 二つの文に分けるか、一部をメモに移してください。

stories-problem-unknown-setting-what = 知らない設定です
stories-problem-unknown-setting-expected = { $choices } のどれか（日本語でも書けます）。
stories-problem-unknown-setting-repair = { $suggestion ->
    [none] つづりを確かめてください。文であれば、その前を一行あけてください。
   *[other] 「{ $suggestion }」ではありませんか。文であれば、その前を一行あけてください。
}
stories-problem-repeated-setting-what = 同じ設定が二度あります
stories-problem-repeated-setting-expected = 一つの場面に一度だけ。
stories-problem-repeated-setting-repair = どちらかの行を除いてください。
stories-problem-empty-setting-what = 設定に値がありません
stories-problem-empty-setting-expected = コロンのあとに値。
stories-problem-empty-setting-repair = 値を書くか、その行を除いてください。
stories-problem-unknown-name-what = 表にないものが「{ $setting }」に書かれています
stories-problem-unknown-name-expected = 表にあるものの ID か名前（{ $choices }）。
stories-problem-unknown-name-repair = { $suggestion ->
    [none] 表の ID を写してください。名前が二つのものに当てはまるときは ID で書いてください。
   *[other] 「{ $suggestion }」ではありませんか。
}
stories-problem-not-a-choice-what = 「{ $setting }」に書けない値です
stories-problem-not-a-choice-expected = { $choices } のどれか（日本語でも書けます）。
stories-problem-not-a-choice-repair = { $suggestion ->
    [none] この中から選んでください。
   *[other] 「{ $suggestion }」ではありませんか。
}
stories-problem-not-a-frame-what = 地図の範囲が四つの数になっていません
stories-problem-not-a-frame-expected = 西の端、南の端、東の端、北の端を度で。例：120, 20, 150, 50
stories-problem-not-a-frame-repair = 四つの数をコンマで区切って書いてください。
stories-problem-frame-out-of-range-what = 地図の範囲が地球におさまりません
stories-problem-frame-out-of-range-expected = 西は東より小さく（−180〜360）、南は北より小さい（−85〜85）。
stories-problem-frame-out-of-range-repair = 順番が西・南・東・北になっているか確かめてください。
stories-problem-takeaway-not-last-what = 結びの場面が最後にありません
stories-problem-takeaway-not-last-expected = 「結び」は最後の場面だけ。
stories-problem-takeaway-not-last-repair = 場面を最後に移すか、設定を除いてください。

stories-auto-title = 国際交流のすがた
stories-auto-summary = データから自動で作った物語です。
stories-auto-whole-heading = 国際交流の全体
stories-auto-whole-text = 交流先は{ $partners }、つながりは{ $ties }本です。
stories-auto-whole-notes = 線の色は地域を、線の模様はつながりの種類を表します。相手は{ $partners }、つながりは{ $ties }本です。
stories-auto-ties-text = つながり{ $count }本（{ $kinds }）
stories-auto-none-text = { $name }について、出典に書かれたつながりはありません。
stories-auto-themes-heading = 活動のテーマ
stories-auto-themes-text = { $count }のテーマの活動があります。
stories-auto-theme-item = { $theme } { $count }
stories-auto-contact-heading = ご連絡ください
stories-auto-contact-text = くわしいことは、こちらまでお問い合わせください。
stories-auto-contact-notes = 地図と出典は、ここからご自分でもご覧になれます。
stories-auto-end-heading = ありがとうございました
stories-auto-end-text = 地図と出典は、どなたでもご覧になれます。
stories-auto-end-notes = 質問をお受けします。名前を打つか、地図の相手を選ぶと、すぐにそこへ移れます。
stories-auto-empty-heading = まだ何もありません
stories-auto-empty-text = 表に何か書かれると、ここに物語ができます。
stories-auto-empty-notes = 表は content/tables にあります。
