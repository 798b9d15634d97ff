import type { FaultsWords } from '../areas.ts'
import { number } from './speech.ts'

export const failures: FaultsWords['failures'] = {
  unreadable: (name) => `无法读取“${name}”。`,
  atMostFiles: (most) => `一个分享最多 ${number(most)} 个文件。`,

  byCode: {
    'file-unreadable': {
      what: '有个文件无法读取。',
      why: '它在选择之后被修改、移动或删除了，或者浏览器无权读取。',
      todo: '请重新选择文件。',
    },
    'share-unreadable': {
      what: '无法打开这个分享。',
      why: '',
      todo: '请向发给你的人要一个新链接。',
    },
    'too-many-files': {
      what: '文件太多，一个分享放不下。',
      why: '',
      todo: '请分几次分享，或先打包成压缩文件。',
    },
    'seal-damaged': {
      what: '无法打开这个分享。',
      why: '链接中的密钥不对，或密封的内容已损坏。',
      todo: '请重新复制完整的链接，或向发给你的人要一个新的。',
    },
    'manifest-impossible': {
      what: '无法打开这个分享。',
      why: '它对文件的描述不可能成立：制作者用的程序有问题，或者不怀好意。',
      todo: '请让发给你的人重新分享文件。',
    },
    'seal-expired': {
      what: '这个分享已结束。',
      why: '本页上它的内容已删除。',
      todo: '请发送者重新分享。',
    },
    'seal-newer': {
      what: '无法在这里打开这个分享。',
      why: '它是用更新版本的程序密封的。',
      todo: '请刷新页面，或在链接原来的网站上打开。',
    },
    'too-large-to-seal': {
      what: '这些文件无法密封。',
      why: '加起来太大了。',
      todo: '请分几次分享。',
    },
    'files-changed': {
      what: '这个分享无法继续发送。',
      why: '其中有文件被修改、移动或删除了，而发送的内容必须与分享时完全一致。',
      todo: '请把文件放回原处再试，或重新分享。',
    },
    'disk-full': {
      what: '没有空间了。',
      why: '磁盘已满，或浏览器分给网站的那部分已满。已收到的内容会保留。',
      todo: '请移除其他分享或腾出磁盘空间，然后重试。',
    },
    'no-disk': {
      what: '这个分享对这个浏览器来说太大。',
      why: '浏览器没有给页面磁盘空间（隐私窗口就是这样），内存也放不下这么多。',
      todo: '请在普通窗口或其他浏览器中打开链接。',
    },
    'store-in-use': {
      what: '这个分享已在另一个标签页中打开。',
      why: '两个标签页不能写入同样的文件。',
      todo: '请在那个标签页继续，或关闭它再在这里重试。',
    },
    'files-damaged': {
      what: '这个分享无法继续发送。',
      why: '其中有文件与分享时不同了，而发送的内容必须完全一致。',
      todo: '请把文件恢复原样再试，或重新分享。',
    },
    'store-broken': {
      what: '浏览器无法保存或读取这个分享的数据。',
      why: '它的存储报告了错误。已收到的内容也许还在。',
      todo: '请重试；如果没用，请刷新页面。',
    },
    unexpected: {
      what: '这个页面出了点问题。',
      why: '',
      todo: '请重试。已收到的内容会保留。',
    },
  },
}
