import type { Declarations } from './settingDeclaration.ts'
import { clusterName, valkeyUrls, wholeNumber } from './settingParsers.ts'

export interface ClusterSettings {
  /** Null for one node alone. Sentinels, one or several; else several are those of a Valkey in cluster mode. */
  readonly urls: readonly string[] | null
  readonly name: string
  /** How long the sockets of a node that stops have to go elsewhere. */
  readonly drainSeconds: number
}

export const CLUSTER: Declarations<ClusterSettings> = {
  urls: {
    name: 'CLUSTER_URL',
    meaning:
      'Valkey or Redis that makes several nodes one tracker, such as redis://:password@10.0.0.5:6379 (rediss: for TLS); several addresses, separated by commas, where it runs in cluster mode; sentinel://10.0.0.5:26379/NAME, one or several, where Sentinels say which is the primary. See docs/deploy.md.',
    default: null,
    defaultText: 'one node',
    parse: valkeyUrls,
  },
  name: {
    name: 'CLUSTER_NAME',
    meaning: 'What its keys and channels begin with, where several sites share a Valkey.',
    default: 'shoal',
    parse: clusterName,
  },
  drainSeconds: {
    name: 'DRAIN',
    unit: 'seconds',
    meaning:
      'Where there are several nodes: over which time one that is stopped sends its sockets to the others.',
    default: 20,
    parse: wholeNumber(0, 3_600),
  },
}
