import { execFileSync, spawnSync } from 'node:child_process'
import type { AtEnd } from './atEnd.ts'

/*
 * Hosts behind routers of every kind, in network namespaces of their own:
 *
 *     host ── router ──┐
 *     open host ───────┼── the bridge of a namespace that is the internet, with the relay in it
 *     host ── router ──┘
 */

/**
 * What stands between a host and the internet: nothing; a router that keeps the port of what goes out and lets in
 * answers alone; one that gives every destination another port (symmetric); or one of the second kind in a network
 * that lets no UDP out, or nothing but TCP to port 443.
 */
export type Router = 'open' | 'preserving' | 'symmetric' | 'no UDP' | 'web alone'

/** The internet's own addresses (documentation, RFC 5737 and 3849). */
export const RELAY = { v4: '203.0.113.1', v6: '2001:db8::1' }

/** Why this machine allows no such networks, in words; null when it does. */
export function namespaceTrouble(): string | null {
  const name = `shoal-probe-${process.pid}`
  const probes = [
    ['netns', 'add', name],
    ['-n', name, 'link', 'add', 'type', 'bridge'],
    ['-n', name, 'link', 'add', 'type', 'veth'],
    ['netns', 'exec', name, 'sysctl', '-qw', 'net.ipv4.ip_forward=1', 'net.ipv6.conf.all.forwarding=1'],
    ['netns', 'exec', name, 'nft', rulesOf('symmetric')],
  ]
  let trouble: string | null = null
  for (const probe of probes) {
    const { status, error, stderr } = spawnSync('ip', probe, { encoding: 'utf8' })
    if (status !== 0)
      trouble ??= error?.message ?? (stderr.trim().split('\n')[0] || `ip ${probe.join(' ')} failed`)
  }
  spawnSync('ip', ['netns', 'delete', name])
  return trouble
}

export class Network {
  readonly #name: string
  readonly #namespaces: string[] = []
  #hosts = 0

  /** It is gone when the test ends. */
  constructor(name: string, atEnd: AtEnd) {
    this.#name = `shoal-${process.pid}-${name}`
    atEnd(() => {
      for (const namespace of this.#namespaces) spawnSync('ip', ['netns', 'delete', namespace])
    })
    const internet = this.#add('internet')
    ip(internet, 'link add bridge type bridge')
    ip(internet, `address add ${RELAY.v4}/24 dev bridge`)
    ip(internet, `address add ${RELAY.v6}/64 dev bridge nodad`)
    ip(internet, 'link set bridge up')
  }

  /** What runs a program in the internet itself. */
  get internet(): readonly string[] {
    return inside(`${this.#name}-internet`)
  }

  /** Adds a host, and returns what runs a program there. */
  host(router: Router): readonly string[] {
    const number = (this.#hosts += 1)
    const host = this.#add(`host${number}`)
    const outside = { v4: `203.0.113.${number + 1}/24`, v6: `2001:db8::${number + 1}/64` }
    if (router === 'open') {
      this.#attach(host, number, outside)
      return inside(host)
    }
    const gateway = this.#add(`router${number}`)
    this.#attach(gateway, number, outside)
    ip(gateway, `link add in type veth peer name out netns ${host}`)
    ip(gateway, `address add 10.0.${number}.1/24 dev in`)
    ip(gateway, `address add fd00:${number}::1/64 dev in nodad`)
    ip(gateway, 'link set in up')
    ip(host, `address add 10.0.${number}.2/24 dev out`)
    ip(host, `address add fd00:${number}::2/64 dev out nodad`)
    ip(host, 'link set out up')
    ip(host, `route add default via 10.0.${number}.1`)
    ip(host, `-6 route add default via fd00:${number}::1`)
    run(gateway, 'sysctl', '-qw', 'net.ipv4.ip_forward=1', 'net.ipv6.conf.all.forwarding=1')
    run(gateway, 'nft', rulesOf(router))
    return inside(host)
  }

  #add(name: string): string {
    const namespace = `${this.#name}-${name}`
    execFileSync('ip', ['netns', 'add', namespace])
    this.#namespaces.push(namespace)
    ip(namespace, 'link set lo up')
    return namespace
  }

  /** Gives a namespace an interface in the internet. */
  #attach(namespace: string, number: number, { v4, v6 }: { readonly v4: string; readonly v6: string }): void {
    const internet = `${this.#name}-internet`
    ip(internet, `link add to${number} type veth peer name out netns ${namespace}`)
    ip(internet, `link set to${number} master bridge up`)
    ip(namespace, `address add ${v4} dev out`)
    ip(namespace, `address add ${v6} dev out nodad`)
    ip(namespace, 'link set out up')
  }
}

/** What a network lets nobody send out. */
const FIREWALLS: Partial<Record<Router, string>> = {
  'no UDP': 'meta l4proto udp drop;',
  'web alone': 'meta l4proto udp drop; iifname "in" tcp dport != 443 drop;',
}

/** Drops what was not asked for; were it answered, Linux would keep its port from what goes out there later. */
function rulesOf(router: Exclude<Router, 'open'>): string {
  const ports = router === 'symmetric' ? 'masquerade fully-random' : 'masquerade'
  const nat = (family: string) => `
    table ${family} nat {
      chain post { type nat hook postrouting priority 100; oifname "out" ${ports}; }
    }`
  return `
    ${nat('ip')}
    ${nat('ip6')}
    table inet filter {
      chain forward {
        type filter hook forward priority 0; policy drop;
        ${FIREWALLS[router] ?? ''}
        ct state established,related accept;
        iifname "in" accept;
      }
      chain input {
        type filter hook input priority 0;
        iifname "out" meta l4proto udp drop;
      }
    }`
}

function inside(namespace: string): readonly string[] {
  return ['ip', 'netns', 'exec', namespace]
}

function ip(namespace: string, words: string): void {
  execFileSync('ip', ['-n', namespace, ...words.split(' ')])
}

function run(namespace: string, ...command: readonly string[]): void {
  execFileSync('ip', ['netns', 'exec', namespace, ...command])
}
