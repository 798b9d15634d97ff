import type { FaultsWords } from '../areas.ts'
import { number } from './speech.ts'

export const failures: FaultsWords['failures'] = {
  unreadable: (name) => `無法讀取「${name}」。`,
  atMostFiles: (most) => `一個分享最多 ${number(most)} 個檔案。`,

  byCode: {
    'file-unreadable': {
      what: '有個檔案無法讀取。',
      why: '它在選擇之後被修改、移動或刪除了，或是瀏覽器無權讀取。',
      todo: '請重新選擇檔案。',
    },
    'share-unreadable': {
      what: '無法開啟這個分享。',
      why: '',
      todo: '請向傳給你的人要一個新連結。',
    },
    'too-many-files': {
      what: '檔案太多，一個分享放不下。',
      why: '',
      todo: '請分幾次分享，或先打包成壓縮檔。',
    },
    'seal-damaged': {
      what: '無法開啟這個分享。',
      why: '連結中的金鑰不對，或密封的內容已損毀。',
      todo: '請重新複製完整的連結，或向傳給你的人要一個新的。',
    },
    'manifest-impossible': {
      what: '無法開啟這個分享。',
      why: '它對檔案的描述不可能成立：製作者用的程式有問題，或是不懷好意。',
      todo: '請傳給你的人重新分享檔案。',
    },
    'seal-expired': {
      what: '這個分享已結束。',
      why: '本頁上它的內容已刪除。',
      todo: '請傳送者重新分享。',
    },
    'seal-newer': {
      what: '無法在這裡開啟這個分享。',
      why: '它是用較新版本的程式密封的。',
      todo: '請重新整理頁面，或在連結原來的網站上開啟。',
    },
    'too-large-to-seal': {
      what: '這些檔案無法密封。',
      why: '加起來太大了。',
      todo: '請分幾次分享。',
    },
    'files-changed': {
      what: '這個分享無法繼續傳送。',
      why: '其中有檔案被修改、移動或刪除了，而傳送的內容必須與分享時完全一致。',
      todo: '請把檔案放回原處再試，或重新分享。',
    },
    'disk-full': {
      what: '沒有空間了。',
      why: '磁碟已滿，或瀏覽器分給網站的部分已滿。已收到的內容會保留。',
      todo: '請移除其他分享或清出磁碟空間，再試一次。',
    },
    'no-disk': {
      what: '這個分享對這個瀏覽器來說太大。',
      why: '瀏覽器沒有給頁面磁碟空間（無痕視窗就是這樣），記憶體也放不下這麼多。',
      todo: '請在一般視窗或其他瀏覽器中開啟連結。',
    },
    'store-in-use': {
      what: '這個分享已在另一個分頁中開啟。',
      why: '兩個分頁不能寫入同樣的檔案。',
      todo: '請在那個分頁繼續，或關閉它再回到這裡重試。',
    },
    'files-damaged': {
      what: '這個分享無法繼續傳送。',
      why: '其中有檔案與分享時不同了，而傳送的內容必須完全一致。',
      todo: '請把檔案恢復原狀再試，或重新分享。',
    },
    'store-broken': {
      what: '瀏覽器無法儲存或讀取這個分享的資料。',
      why: '它的儲存空間回報了錯誤。已收到的內容也許還在。',
      todo: '請再試一次；如果沒用，請重新整理頁面。',
    },
    unexpected: {
      what: '這個頁面出了點問題。',
      why: '',
      todo: '請再試一次。已收到的內容會保留。',
    },
  },
}
