/** The four that give scores (评估方): 第三方, 购买方, 督导中心, 监督方. */
export type Party = "thirdParty" | "purchaser" | "guidance" | "supervisor";
/** All four, in the order in which they are shown. */
export const PARTIES: readonly Party[] = ["purchaser", "supervisor", "guidance", "thirdParty"];

/** What the 第三方's score consists of (R3): 服务监测, 服务成效, 运营管理, 服务质量. */
export type ThirdPartyItem = "monitoring" | "effect" | "operation" | "quality";

export const THIRD_PARTY_ITEMS: readonly ThirdPartyItem[] = ["monitoring", "effect", "operation", "quality"];

/** What an item or a party counts at most by R1 and R3; an agreement may say otherwise. */
export const USUAL_POINTS: Readonly<Record<Party | ThirdPartyItem, number>> = {
  monitoring: 10, effect: 15, operation: 10, quality: 20, thirdParty: 55, purchaser: 20, guidance: 15, supervisor: 10
};
