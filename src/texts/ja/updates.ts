import { formats } from '../formats';
import type { Texts } from '../texts';

const { percent } = formats('ja');

export const updates: Texts['updates'] = {
  look: 'アップデートを確認…',
  waiting: 'この回答の後にアップデートを確認します…',
  looking: 'アップデートを確認中…',
  fetching: (version, done) => `Aloud ${version}をダウンロード中… ${percent(done)}`,
  install: (version) => `Aloud ${version}で再起動`,
  newest: {
    title: 'Aloudは最新です。',
    detail: (version) => `${version}が最新バージョンです。`,
  },
  ready: {
    title: (version) => `Aloud ${version}の準備ができました。`,
    detail: 'Aloudの終了時にインストールされます。今すぐインストールするには再起動してください。',
    install: '再起動',
    later: '後で',
  },
  failed: {
    title: 'Aloudはアップデートされませんでした。',
    network: 'アップデートに接続できませんでした。ネットワークを確認して、もう一度お試しください。',
    'not-published': 'このシステム用のものは公開されていません。後でもう一度お試しください。',
    'not-genuine': 'アップデートが正規のものではなかったため、破棄しました。後でもう一度お試しください。',
    disk: 'アップデートを書き込めませんでした。ディスクの空きを増やして、もう一度お試しください。',
    stalled: 'アップデートの応答が間に合いませんでした。後でもう一度お試しください。',
    unknown: 'アップデート中に問題が発生しました。詳細はログをご覧ください。',
  },
  unavailable: {
    title: 'ここではAloudの自動アップデートを利用できません。',
    'not-installed': '自動アップデートを利用できるのは、インストールされたAloudだけです。',
    deb: 'Aloudはdebパッケージで導入されています。システムとともにアップデートされます。',
    rpm: 'Aloudはrpmパッケージで導入されています。システムとともにアップデートされます。',
    homebrew:
      'AloudはHomebrewでインストールされ、アップデートもHomebrewで行います：brew upgrade --cask aloud',
    owned:
      'AloudはAloudのインストーラーで導入されたものではありません。導入に使ったものでアップデートしてください。',
    'not-moved':
      'Aloudを「アプリケーション」フォルダーに移し、そこから起動してください。その後は自動でアップデートできます。',
    'read-only':
      'ここではAloudが自身のファイルを変更できません。自分のフォルダーに移すか、インストールし直してください。',
    'no-feed': 'このAloudには、アップデートの入手先が設定されていません。',
    unsigned:
      'このAloudは署名されていないため、偽のアップデートと区別できません。新しいバージョンは手動でインストールしてください。',
  },
  ok: 'OK',
};
