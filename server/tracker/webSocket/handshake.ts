import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** What the server proves with that it speaks WebSocket (RFC 6455, 1.3). */
const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'

/** 16 bytes in base64. */
const KEY = /^[A-Za-z0-9+/]{22}==$/

/** What to answer an upgrade request: the head that opens the WebSocket, or a whole response that refuses it. */
export interface Handshake {
  readonly isAccepted: boolean
  readonly response: string
}

/** No extension and no subprotocol is agreed on. */
export function handshake({ method, headers }: Pick<IncomingMessage, 'method' | 'headers'>): Handshake {
  const key = headers['sec-websocket-key'] ?? ''
  if (method !== 'GET') return refused('405 Method Not Allowed', 'Allow: GET\r\n')
  if (headers.upgrade?.toLowerCase() !== 'websocket' || !KEY.test(key)) return refused('400 Bad Request')
  if (headers['sec-websocket-version'] !== '13') {
    return refused('426 Upgrade Required', 'Sec-WebSocket-Version: 13\r\n')
  }
  const accept = createHash('sha1')
    .update(key + GUID)
    .digest('base64')
  return {
    isAccepted: true,
    response:
      'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
      `Sec-WebSocket-Accept: ${accept}\r\n\r\n`,
  }
}

function refused(status: string, header = ''): Handshake {
  const body = `${status}\n`
  return {
    isAccepted: false,
    response:
      `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Type: text/plain\r\n${header}` +
      `Content-Length: ${body.length}\r\n\r\n${body}`,
  }
}
