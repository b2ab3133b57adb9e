// A JPEG, PNG or PDF is sent as it is, with the time and place the camera wrote into it. What else the
// browser can show, such as HEIC on an iPhone, is drawn anew as a JPEG.
const AS_IT_IS = ['image/jpeg', 'image/png', 'application/pdf'];
const LARGEST = 15 * 1024 * 1024;
const LONGEST_EDGE = 4000;

export async function sendable(file) {
  if (AS_IT_IS.includes(file.type) && file.size <= LARGEST) {
    return file;
  }
  if (file.type === 'application/pdf') {
    throw new Error('PDF文件超过15MB，请压缩后上传。');
  }
  const heic = /hei[cf]/i.test(file.type) || /\.hei[cf]$/i.test(file.name);
  if (!file.type.startsWith('image/') && !heic) {
    throw new Error('只能上传照片（JPEG、PNG、HEIC）或PDF。');
  }
  let picture;
  try {
    picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch (unknown) {
    throw new Error(
      heic
        ? '本浏览器不能转换HEIC照片，请在手机“设置－相机－格式”中选择“兼容性最佳”后重新拍照。'
        : '照片已损坏，或本浏览器不能识别，请重新拍照。'
    );
  }
  const scale = Math.min(1, LONGEST_EDGE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
  const jpeg = await new Promise(done => canvas.toBlob(done, 'image/jpeg', 0.9));
  return new File([jpeg], file.name.replace(/\.[^.]*$/, '') + '.jpg', { type: 'image/jpeg' });
}
