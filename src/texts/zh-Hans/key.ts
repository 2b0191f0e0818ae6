import type { Texts } from '../texts';

export const key: Texts['key'] = {
  title: '您的OpenAI密钥',
  label: 'API密钥',
  placeholder: 'sk-…',
  show: '显示密钥',
  hide: '隐藏密钥',
  whence: '您可以在platform.openai.com的“API keys”中查看或创建密钥。',
  encrypt: '加密保存在此计算机上',
  thisRunOnly: '此计算机没有可安全存放密钥的地方，因此Aloud只将其保留到退出为止。',
  unknown: '如果此计算机支持，Aloud会加密保存密钥，否则只保留到退出为止。',
  save: '使用此密钥',
  saving: '正在检查…',
  demo: '使用演示语音',
  notTaken: 'Aloud未能接收密钥。请重试。',
  refused: {
    empty: '请先粘贴您的密钥。',
    spaces: '密钥中没有空格或换行。请重新复制，且只复制密钥。',
    signs: '密钥只包含普通的字母、数字和符号。请重新复制，且只复制密钥。',
    'too-short': '作为密钥太短了。请完整复制。',
    'too-long': '作为密钥太长了。请只复制密钥。',
    'no-server': '请先在设置中更正服务器地址。',
    'still-stored': '无法移除已保存的密钥，因此没有更改任何内容。请检查Aloud的文件夹是否可写。',
  },
  kept: {
    stored: '您的密钥已加密保存。请提问吧。',
    'this-run': '您的密钥会保留到退出Aloud为止。请提问吧。',
  },
  now: {
    stored: '此计算机上已加密保存了一个密钥。新密钥会取代它。',
    'this-run': '当前密钥会保留到退出为止。新密钥会取代它。',
    environment: '本次运行使用OPENAI_API_KEY中的密钥。新密钥会取代它。',
  },
};
