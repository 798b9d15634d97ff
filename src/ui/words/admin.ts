import type { ListedMember } from '../../state/admin/adminTypes.ts'
import { formatDecimal } from './measures.ts'
import { words } from './words.ts'

/** What a member is called: most come by an invitation and never say a name. */
export function memberTitle({ name, invitation, id }: ListedMember): string {
  return name || invitation || words.admin.memberNumber(id)
}

export function ratioWords(ratio: number | null): string {
  return ratio === null ? words.admin.noRatio : words.admin.ratio(formatDecimal(ratio, 2))
}
