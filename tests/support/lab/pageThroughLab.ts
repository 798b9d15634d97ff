declare global {
  /** Asks the lab for the port, on the same address, at which this host reaches the endpoint. */
  var labPort: ((target: { address: string; port: number }) => Promise<number>) | undefined
}

/**
 * Runs in every page of a host, before its own scripts: of a peer's ICE candidates (RFC 8839) only those for
 * UDP over IPv4 on this machine are let through, with the lab's port in place of their own. Whatever way the
 * description came, no packet goes around the lab.
 */
export function throughLab(): void {
  const CANDIDATE =
    /^(?<before>(?:a=)?candidate:\S+ \d+ udp \d+) (?<address>[\d.]+) (?<port>\d+) (?<after>typ host.*)$/i

  async function rewriteLine(line: string): Promise<string[]> {
    if (!/^(a=)?candidate:/.test(line)) return [line]
    const { before, address, port, after } = CANDIDATE.exec(line)?.groups ?? {}
    if (before === undefined || address === undefined || after === undefined) return []
    const through = await globalThis.labPort?.({ address, port: Number(port) })
    return through === undefined ? [] : [`${before} ${address} ${through} ${after}`]
  }

  async function rewrite(sdp: string): Promise<string> {
    return (await Promise.all(sdp.split('\r\n').map(rewriteLine))).flat().join('\r\n')
  }

  // Without the forms that take callbacks, which nobody uses any more.
  const connection: Connection = RTCPeerConnection.prototype
  const native = {
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called with the connection as `this`
    setRemoteDescription: connection.setRemoteDescription,
    // eslint-disable-next-line @typescript-eslint/unbound-method -- the same
    addIceCandidate: connection.addIceCandidate,
  }
  connection.setRemoteDescription = async function (description) {
    const sdp = await rewrite(description.sdp ?? '')
    return native.setRemoteDescription.call(this, { type: description.type, sdp })
  }
  connection.addIceCandidate = async function (candidate) {
    if (!candidate?.candidate) return native.addIceCandidate.call(this, candidate)
    const [line] = await rewriteLine(candidate.candidate)
    if (line !== undefined) await native.addIceCandidate.call(this, { ...candidate, candidate: line })
  }
}

interface Connection {
  setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void>
  addIceCandidate(candidate?: RTCIceCandidateInit | null): Promise<void>
}
