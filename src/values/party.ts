/** The four that give scores (评估方): 第三方, 购买方, 督导中心, 监督方. */
export type Party = "thirdParty" | "purchaser" | "guidance" | "supervisor";
/** All four, in the order in which they are shown. */
export const PARTIES: readonly Party[] = ["purchaser", "supervisor", "guidance", "thirdParty"];

/** What the 第三方's score consists of (R3): 服务监测, 服务成效, 运营管理, 服务质量. */
export type ThirdPartyItem = "monitoring" | "effect" | "operation" | "quality";

export const THIRD_PARTY_ITEMS: readonly ThirdPartyItem[] = ["monitoring", "effect", "operation", "quality"];
