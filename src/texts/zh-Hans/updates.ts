import { formats } from '../formats';
import type { Texts } from '../texts';

const { percent } = formats('zh-Hans');

export const updates: Texts['updates'] = {
  look: '检查更新…',
  waiting: '将在本次回答后检查更新…',
  looking: '正在检查更新…',
  fetching: (version, done) => `正在下载Aloud ${version}… ${percent(done)}`,
  install: (version) => `重新启动并使用Aloud ${version}`,
  newest: {
    title: 'Aloud已是最新版本。',
    detail: (version) => `${version}是最新版本。`,
  },
  ready: {
    title: (version) => `Aloud ${version}已准备就绪。`,
    detail: '它会在您退出Aloud时安装；如果现在重新启动Aloud，则立即安装。',
    install: '重新启动',
    later: '稍后',
  },
  failed: {
    title: 'Aloud没有更新。',
    network: '无法获取更新。请检查网络，然后重试。',
    'not-published': '没有为此系统发布的版本。请稍后重试。',
    'not-genuine': '某个更新与其声称的不符，已被丢弃。请稍后重试。',
    disk: '无法写入更新。请腾出磁盘空间，然后重试。',
    stalled: '更新没有及时响应。请稍后重试。',
    unknown: '更新时出现问题。日志中有更多信息。',
  },
  unavailable: {
    title: 'Aloud在此处不会自行更新。',
    'not-installed': '只有已安装的Aloud才能自行更新。',
    deb: 'Aloud是以deb软件包安装的：它随系统一起更新。',
    rpm: 'Aloud是以rpm软件包安装的：它随系统一起更新。',
    homebrew: 'Aloud由Homebrew安装，也由它更新：brew upgrade --cask aloud',
    owned: 'Aloud不是由其自带的安装程序安装的：请用安装它的方式来更新。',
    'not-moved': '请将Aloud移到“应用程序”文件夹并从那里启动。之后它就能自行更新。',
    'read-only': 'Aloud在此处不能更改自己的文件。请将其移到您自己的文件夹，或重新安装。',
    'no-feed': '此Aloud构建时没有设置更新来源。',
    unsigned: '此Aloud未签名，因此无法区分真假更新。请手动安装新版本。',
  },
  ok: '确定',
};
