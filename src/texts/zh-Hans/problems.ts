import type { ProxyCommand, VoiceSource } from '../../preload/contract';
import { formats } from '../formats';
import type { Texts } from '../texts';

const { wait } = formats('zh-Hans');

/** Who was to answer. */
const who: Record<VoiceSource, string> = {
  demo: '演示语音',
  openai: 'OpenAI',
  profile: '服务器',
  custom: '服务器',
};

export const problem: Texts['problem'] = {
  actions: {
    retry: '重试',
    'ask-again': '重新提问',
    'enter-key': '输入密钥',
    'use-demo': '使用演示语音',
    'open-settings': '打开设置',
    'open-log': '打开日志',
  },
  questionBack: '您的问题已放回输入框。',
  details: '详细信息',
  copy: '复制',
  copied: '已复制',
  selected: '已选中',
};

/** What to do with a name and a password for a proxy. */
function withPassword({ line, startsAloud }: ProxyCommand): string {
  const steps = startsAloud
    ? `请退出Aloud，将NAME和PASSWORD换成您自己的用户名和密码，并在终端中用“${line}”启动它。`
    : `请将NAME和PASSWORD换成您自己的用户名和密码，在终端中运行“${line}”，然后退出并重新启动Aloud。`;
  return `${steps}其中的“@”或“:”等符号应写成“%40”或“%3A”。`;
}

export const sentences: Texts['sentences'] = {
  offline: {
    title: () => '没有网络。',
    advice: '请连接互联网，Aloud会自动继续。',
  },
  'host-not-found': {
    title: (by) => `在网络上找不到${who[by]}。`,
    advice: '请检查互联网连接和服务器地址。',
  },
  'refused-connection': {
    title: (by) => `${who[by]}没有响应。`,
    advice: '请检查它是否正在运行，以及途中是否被阻挡。',
  },
  'proxy-refused': {
    title: (by) => `此网络的代理不允许Aloud连接${who[by]}。`,
    advice: '请向网络管理员申请许可，或使用其他网络。',
  },
  'proxy-auth': {
    title: () => '此网络的代理要求提供用户名和密码。',
    advice: '请在此计算机的网络设置中填写代理，然后重试。',
    adviceToRun: withPassword,
  },
  'proxy-password': {
    title: () => '此网络的代理不接受HTTPS_PROXY中的用户名和密码。',
    advice: '请在设置它们的地方更正，然后退出并重新启动Aloud。',
    adviceToRun: withPassword,
  },
  'proxy-sign-in': {
    title: () => '此网络的代理要求以Aloud不支持的方式登录。',
    advice: '请向网络管理员申请可使用密码（Basic）的代理，或使用其他网络。',
  },
  'captive-portal': {
    title: () => '此网络要求您先登录。',
    advice: '请在浏览器中打开一个网页并登录，Aloud会自动继续。',
  },
  tls: {
    title: (by) => `与${who[by]}的安全连接不可信任。`,
    advice: '请检查此计算机的时钟，以及代理是否替换了证书。',
  },
  'self-signed': {
    title: (by) => `${who[by]}的证书不是由此计算机信任的机构签发的。`,
    advice: '请将其颁发机构添加到此计算机的证书中，然后重新启动Aloud。',
  },
  'handshake-timeout': {
    title: (by) => `连接${who[by]}的时间过长。`,
    advice: '请稍后重试。',
  },
  'bad-key': {
    title: (by) => `${who[by]}不接受此密钥。`,
    advice: '请检查密钥是否完整、是否仍然有效。',
  },
  forbidden: {
    title: () => '此密钥无权使用该服务。',
    advice: '请使用有权使用Realtime API的项目的密钥。',
  },
  'not-found': {
    title: (by) => `${who[by]}没有该模型或地址。`,
    advice: '请检查模型名称，以及密钥是否可以使用它。',
  },
  'rate-limited': {
    title: (by) => `${who[by]}要求放慢速度。`,
    advice: '请稍等片刻再重试。',
    adviceToWait: (ms) => `请等待${wait(ms)}再重试。`,
  },
  quota: {
    title: () => '此密钥的账户余额已用完。',
    advice: '请在服务商处充值，或使用其他密钥。',
  },
  'server-error': {
    title: (by) => `${who[by]}目前自身出现故障。`,
    advice: '请稍后重试。',
    adviceToWait: (ms) => `请在${wait(ms)}后重试。`,
  },
  'not-a-realtime-server': {
    title: () => '此地址上响应的不是Realtime服务器。',
    advice: '请检查服务器地址。',
  },
  'bad-address': {
    title: () => 'Aloud无法使用此服务器地址。',
    advice: '地址必须以wss://或ws://开头并指明服务器，且不含用户名和密码。',
  },
  'insecure-key': {
    title: () => '连接不会加密，因此没有发送密钥。',
    advice: '如果服务器不在此计算机上，请使用wss://地址，或在设置中允许。',
  },
  'session-timeout': {
    title: (by) => `${who[by]}接受了连接，但没有任何回应。`,
    advice: '请重试，或确认它是Realtime服务器。',
  },
  'configure-timeout': {
    title: (by) => `已连接${who[by]}，但它没有准备就绪。`,
    advice: '请重试。',
  },
  'wrong-dialect': {
    title: (by) => `${who[by]}使用的协议版本与Aloud无法达成一致。`,
    advice: '请在设置中选择另一个版本，或检查服务器的版本。',
  },
  'wrong-format': {
    title: (by) => `${who[by]}发送的声音格式不是Aloud所要求的。`,
    advice: '请将服务器设为16位PCM、24 kHz。',
  },
  'bad-audio': {
    title: () => '收到的声音已损坏。',
    advice: '请重新提问。',
  },
  garbage: {
    title: (by) => `${who[by]}发送了不属于Realtime协议的内容。`,
    advice: '请检查服务器地址。',
  },
  'too-large': {
    title: (by) => `${who[by]}一次发送的内容超过了Aloud的上限。`,
    advice: '请要求更短的回答。',
  },
  flood: {
    title: (by) => `${who[by]}发送事件的速度超过了Aloud的上限。`,
    advice: '请重试；如果仍然如此，请检查服务器。',
  },
  'session-expired': {
    title: (by) => `对话已达到${who[by]}允许的最长时间。`,
    advice: '请重新提问：新对话会知道之前说过的内容。',
  },
  'memory-refused': {
    title: (by) => `${who[by]}没有接受之前的对话内容。`,
    advice: '请重新提问；使用“新对话”可重新开始。',
  },
  closed: {
    title: (by) => `${who[by]}断开了连接。`,
    advice: '请重新提问。',
  },
  'turn-timeout': {
    title: (by) => `${who[by]}停止了回答。`,
    advice: '请重试。',
  },
  'turn-too-long': {
    title: () => '回答的时间超过了Aloud的等待上限。',
    advice: '请要求更短的回答。',
  },
  'content-filter': {
    title: (by) => `${who[by]}因其内容规则而未给出回答。`,
    advice: '请换一种方式提问。',
  },
  incomplete: {
    title: () => '回答达到最大长度，已被截断。',
    advice: '请要求继续，或要求更短的回答。',
  },
  rejected: {
    title: (by) => `${who[by]}拒绝了请求。`,
    advice: '请重试；原因代码在日志中。',
  },
  'no-key': {
    title: () => '还没有密钥。',
    advice: '请输入密钥，或使用无需密钥的演示语音。',
  },
  'key-of-other-host': {
    title: () => '此密钥是为另一个服务器输入的，而不是设置中的服务器，因此没有发送。',
    advice: '请输入此服务器的密钥，或在设置中更正地址并重新启动Aloud。',
  },
  'bad-server-url': {
    title: () => 'Aloud无法使用ALOUD_REALTIME_URL中的地址。',
    advice: '地址必须以wss://或ws://开头并指明服务器，且不含用户名和密码。',
  },
  'demo-broken': {
    title: () => '无法启动演示语音。',
    advice: '请重新启动Aloud；原因在日志中。',
  },
  'answer-too-long': {
    title: () => '回答过长，Aloud无法全部保留。',
    advice: '请要求更短的回答。已收到的部分会播放。',
  },
  'no-sound-path': {
    title: () => '无法启动声音。',
    advice: '请检查此计算机的声音设置，然后重试。',
  },
  asleep: {
    title: () => '回答到达之前，计算机进入了睡眠状态。',
    advice: '请重新提问。',
  },
};
