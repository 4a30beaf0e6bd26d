import type { CertificateGroup } from "./types";

export function certificateGroup(text: string): CertificateGroup | null {
  if (/非持证|未持证|不持证|无证|未取得/.test(text)) return "uncertified";
  return /持证|有证/.test(text) ? "certified" : null;
}

/** 是 or 否 under 是否持证, or 持证 / 非持证 themselves. */
export function typeOf(text: string): CertificateGroup | null {
  if (/^(?:是|√|✓)$/.test(text)) return "certified";
  return /^(?:否|×)$/.test(text) ? "uncertified" : certificateGroup(text);
}

/** 助理社会工作师, 社会工作者 (the names that certificates go by in these tables) and their like. */
export function isCertificate(text: string): boolean {
  const plain = text.replace(/\s+/g, "");
  if (/培训|专业$|学历|学位|在考|备考|未取得|无证|^无$/.test(plain)) return false;
  return /社会?工作?[师者]|社工师|助工|中级|初级|高级/.test(plain);
}
