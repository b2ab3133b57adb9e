// What photos and files prove.
export const KINDS = {
  before: '整改前照片',
  after: '整改后照片',
  scene: '现场照片',
  document: '文件'
};
